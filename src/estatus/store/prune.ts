import { codeOf } from "../../app-error.ts";
import { dayTally } from "../core/days.ts";
import type { OutageSpan } from "../core/chronicle.ts";
import { failuresIn } from "../core/failures.ts";
import type { KeptDay } from "../core/kept-days.ts";
import type { Interval } from "../core/outage.ts";
import { pointStart } from "../core/partition.ts";
import { addFailure, keepDays, keptUntil } from "./daily-totals.ts";
import { readOutline, readPrograms, type Program } from "./history.ts";
import { partsOf } from "./parts.ts";
import { writing, type Store } from "./store.ts";

/** What pruning up to an instant would take away. */
export type Prunable = { readonly outages: number; readonly days: number };

/** Counts the outages that ended before `cutoff` (UTC ms, a local midnight), and the days to be kept as totals. */
export function prunable(db: Store, cutoff: number, zone: string): Prunable {
  const programs = readPrograms(db);
  const ended = db.prepare("SELECT count(*) FROM outage WHERE program_id = ? AND ended_at <= ?").pluck();
  const sum = (of: (program: Program) => number) => programs.reduce((all, one) => all + of(one), 0);
  return {
    outages: sum(({ id }) => ended.get(id, cutoff) as number),
    days: sum((program) => realDays(dayTally(windowBefore(db, program, cutoff, zone), zone).days()).length),
  };
}

/**
 * Keeps the totals of every local day before `cutoff` and deletes its details, in one transaction. What lasts
 * beyond it stays: an outage whole, the open one above all; coverage, gaps and pauses from `cutoff` on. It costs what it
 * prunes, however much there is after that.
 */
export function prune(db: Store, cutoff: number, zone: string): void {
  writing(db, true, () => {
    for (const program of readPrograms(db)) {
      const { days, earlier } = daysBefore(db, program, cutoff, zone);
      for (const failure of earlier) addFailure(db, program.id, pointStart(failure));
      keepDays(db, program.id, days);
      const at = { id: program.id, cutoff };
      // Attempts go with their outage.
      for (const sql of deletions) db.prepare(sql).run(at);
    }
  });
}

const deletions = [
  "DELETE FROM outage WHERE program_id = :id AND ended_at <= :cutoff",
  ...["coverage", "gap"].flatMap((table) => [
    `DELETE FROM ${table} WHERE program_id = :id AND ended_at <= :cutoff`,
    `UPDATE ${table} SET started_at = :cutoff WHERE program_id = :id AND started_at < :cutoff`,
  ]),
  "DELETE FROM pause WHERE program_id = :id AND min(until, coalesce(ended_at, until)) <= :cutoff",
  "UPDATE pause SET started_at = :cutoff WHERE program_id = :id AND started_at < :cutoff",
  `UPDATE sight SET covered_from = min(checked_at, :cutoff) WHERE program_id = :id AND covered_from < :cutoff`,
];

/** So much of the file has to be empty before it is written anew: else that would cost more than the pruning. */
const WORTHWHILE = 1 / 4;

/**
 * Gives the room of what was pruned back to the disk, where it is a good part of the file; less is taken by the outages
 * to come. With it goes what no outage says any more of how it came back. Returns whether it did; a check at work just
 * now keeps it from that.
 */
export function giveBackRoom(db: Store): boolean {
  const pages = (name: string) => db.pragma(name, { simple: true }) as number;
  if (pages("freelist_count") < pages("page_count") * WORTHWHILE) return false;
  try {
    // No outage refers to these; to make sure, SQLite would go through all outages for each of them.
    db.pragma("foreign_keys = OFF");
    writing(db, true, () => db.exec(forgotten));
    db.exec("VACUUM");
    db.pragma("wal_checkpoint(TRUNCATE)");
    return true;
  } catch (error) {
    if (codeOf(error) === "SQLITE_BUSY") return false;
    throw error;
  } finally {
    db.pragma("foreign_keys = ON");
  }
}

const forgotten = `
  DELETE FROM restoration WHERE id NOT IN (SELECT restored_id FROM outage WHERE restored_id IS NOT NULL)`;

/** The days to keep, and failures that began in a day kept before: their outage lasted beyond it, and stayed until now. */
function daysBefore(db: Store, program: Program, cutoff: number, zone: string) {
  const window = windowBefore(db, program, cutoff, zone);
  const tally = dayTally(window, zone);
  const days = tally.days().map(({ from, to }) => ({ from, to, failures: 0 }));
  const outline = readOutline(db, program, window);
  let earlier: readonly OutageSpan[] = [];
  for (const { parts, outages } of partsOf(db, program, outline, window)) {
    tally.add(parts);
    // An outage that stays is counted where it stays.
    const going = outages.filter((one) => one.endedAt !== null && one.endedAt <= cutoff);
    if (parts.window.from === window.from) earlier = failuresIn(going, { from: -Infinity, to: window.from });
    for (const day of days.filter(({ from, to }) => from < parts.window.to && to > parts.window.from)) {
      const here = { from: Math.max(day.from, parts.window.from), to: Math.min(day.to, parts.window.to) };
      day.failures += failuresIn(going, here).length;
    }
  }
  const times = tally.days().map((day) => day.times);
  const kept: KeptDay[] = realDays(days.map((day, i) => ({ ...day, times: times[i]! })));
  return { days: kept, earlier };
}

/** The days that were not pruned yet and are to be; empty where there are none. */
function windowBefore(db: Store, program: Program, cutoff: number, zone: string): Interval {
  const from = keptUntil(db, program.id) ?? startOfDay(program.firstCheckAt, zone);
  return { from: Math.min(from, cutoff), to: cutoff };
}

// A zone may have skipped one.
const realDays = <T extends Interval>(days: readonly T[]) => days.filter((day) => day.to > day.from);

/** The local midnight at or before an instant, UTC ms. */
export function startOfDay(at: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds;
}
