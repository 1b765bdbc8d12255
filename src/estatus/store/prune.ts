import { daysOf } from "../core/days.ts";
import { failuresIn } from "../core/failures.ts";
import type { KeptDay } from "../core/kept-days.ts";
import { partition } from "../core/partition.ts";
import { keepDays, keptUntil } from "./daily-totals.ts";
import { readHistory, readPrograms, type Program } from "./history.ts";
import { writing, type Store } from "./store.ts";

/** What pruning up to an instant would take away. */
export type Prunable = { readonly outages: number; readonly days: number };

/** Counts the outages that ended before `cutoff` (UTC ms, a local midnight), and the days to be kept as totals. */
export function prunable(db: Store, cutoff: number, zone: string): Prunable {
  const count = db.prepare("SELECT count(*) FROM outage WHERE ended_at <= ?").pluck();
  const days = readPrograms(db).reduce(
    (sum, program) => sum + daysBefore(db, program, cutoff, zone).length,
    0,
  );
  return { outages: count.get(cutoff) as number, days };
}

/**
 * Keeps the totals of every local day before `cutoff` and deletes its details, in one transaction. What lasts
 * beyond it stays: an outage whole, the open one above all; coverage, gaps and pauses from `cutoff` on.
 */
export function prune(db: Store, cutoff: number, zone: string): void {
  writing(db, true, () => {
    for (const program of readPrograms(db)) keepDays(db, program.id, daysBefore(db, program, cutoff, zone));
    // Attempts go with their outage.
    db.prepare("DELETE FROM outage WHERE ended_at <= ?").run(cutoff);
    db.exec(
      "DELETE FROM restoration WHERE id NOT IN (SELECT restored_id FROM outage WHERE restored_id IS NOT NULL)",
    );
    for (const table of ["coverage", "gap"]) {
      db.prepare(`DELETE FROM ${table} WHERE ended_at <= ?`).run(cutoff);
      db.prepare(`UPDATE ${table} SET started_at = ? WHERE started_at < ?`).run(cutoff, cutoff);
    }
    db.prepare("DELETE FROM pause WHERE min(until, coalesce(ended_at, until)) <= ?").run(cutoff);
    db.prepare("UPDATE pause SET started_at = ? WHERE started_at < ?").run(cutoff, cutoff);
    db.prepare("UPDATE sight SET covered_from = ? WHERE covered_from < ? AND checked_at >= ?").run(
      cutoff,
      cutoff,
      cutoff,
    );
    db.prepare("UPDATE sight SET covered_from = checked_at WHERE checked_at < ?").run(cutoff);
  });
}

function daysBefore(db: Store, program: Program, cutoff: number, zone: string): KeptDay[] {
  const from = keptUntil(db, program.id) ?? startOfDay(program.firstCheckAt, zone);
  if (from >= cutoff) return [];
  const window = { from, to: cutoff };
  const chronicle = readHistory(db, program, window);
  // An outage that stays is counted where it stays.
  const going = chronicle.outages.filter((one) => one.endedAt !== null && one.endedAt <= cutoff);
  return daysOf(partition(chronicle, window), zone)
    .filter((day) => day.to > day.from)
    .map((day) => ({
      from: day.from,
      to: day.to,
      times: day.times,
      failures: failuresIn(going, day).length,
    }));
}

/** The local midnight at or before an instant, UTC ms. */
export function startOfDay(at: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds;
}
