import { AppError } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import type { Db } from "../../sqlite/open.ts";
import type { Chronicle } from "../core/chronicle.ts";
import { dayTally } from "../core/days.ts";
import { gapsIn, sumUp, type Slice } from "../core/figures.ts";
import { hourTally } from "../core/hours.ts";
import { withKept } from "../core/kept-days.ts";
import type { Gap, Interval } from "../core/outage.ts";
import { totalOf } from "../core/total.ts";
import { readOutline, readPrograms, type Program } from "../store/history.ts";
import { eachOutage } from "../store/outage-list.ts";
import { partsOf } from "../store/parts.ts";
import { readShares } from "../store/start-tally.ts";
import { printable } from "./printable.ts";
import type {
  ProgramPage,
  ProgramRecord,
  ProgramReport,
  ProgramTable,
  ProgramTotal,
} from "./program-report.ts";

/**
 * The programs a report is about, of each store: all, or the one asked for by `name`, whatever its case.
 * @throws AppError `usage` where that one was never checked anywhere
 */
export function askedPrograms(stores: readonly Db[], name: string | undefined): Program[][] {
  const known = stores.map(readPrograms);
  if (name === undefined) return known;
  const same = known.map((all) => all.filter((one) => one.name.toLowerCase() === name.toLowerCase()));
  if (same.some((all) => all.length > 0) || known.flat().length === 0) return same;
  const names = [...new Set(known.flat().map((one) => printable(one.name)))].join(", ");
  throw new AppError("usage", text().noProgram(printable(name)), text().noProgramHint(names));
}

/** Where a program's record lies, and which part of it is asked for. */
export type Asked = {
  readonly db: Db;
  readonly program: Program;
  readonly window: Interval;
  /** When it is asked for, UTC ms. */
  readonly now: number;
  readonly machine: string | null;
};

/** One program's record; its outages stay in the store until they are asked for. */
export function readRecord(asked: Asked): ProgramRecord {
  const outline = readOutline(asked.db, asked.program, asked.window);
  return recordOf(asked, outline, gapsIn(outline, asked.window, asked.now));
}

/** The record with its figures, which never hold more than a slice of the outages. */
export function readReport(asked: Asked, visit: (slice: Slice) => void = () => {}): ProgramReport {
  const outline = readOutline(asked.db, asked.program, asked.window);
  const figures = sumUp(
    visited(partsOf(asked.db, asked.program, outline, asked.window), visit),
    outline,
    asked.window,
    asked.now,
  );
  return { ...recordOf(asked, outline, figures.gaps), figures };
}

/** The record with what a table draws. */
export function readTable(
  asked: Asked,
  zone: string,
  visit: (slice: Slice) => void = () => {},
): ProgramTable {
  const tally = dayTally(asked.window, zone);
  const report = readReport(asked, (slice) => {
    tally.add(slice.parts);
    visit(slice);
  });
  return { ...report, days: withKept(tally.days(), report.figures.kept) };
}

/** The record with all that a page draws: of each outage only when it was. */
export function readPage(asked: Asked, zone: string): ProgramPage {
  const hours = hourTally(zone);
  const down: Interval[] = [];
  const table = readTable(asked, zone, ({ parts, outages }) => {
    hours.add(outages, parts.window);
    for (const one of parts.down.mid) append(down, one);
  });
  const shares = readShares(asked.db, asked.program.id);
  return { ...table, hours: hours.counts, down, shares };
}

// Slices come in order: what touches the end of the one before goes on.
function append(set: Interval[], one: Interval): void {
  const last = set.at(-1);
  if (last?.to === one.from) set[set.length - 1] = { from: last.from, to: one.to };
  else set.push(one);
}

function recordOf(
  { db, program, window, machine }: Asked,
  outline: Chronicle,
  gaps: readonly Gap[],
): ProgramRecord {
  return {
    program: program.name,
    machine,
    checkedAt: Math.min(outline.checkedAt, window.to),
    outages: (newest) => eachOutage(db, program.id, window, newest),
    gaps,
  };
}

function* visited(slices: Iterable<Slice>, visit: (slice: Slice) => void): Generator<Slice> {
  for (const slice of slices) {
    visit(slice);
    yield slice;
  }
}

/** Adds up, over the machines that have it, each program that more than one of them has. */
export function totalsOf(reports: readonly ProgramReport[], window: Interval): ProgramTotal[] {
  const byName = Map.groupBy(reports, (one) => one.program.toLowerCase());
  return [...byName.values()]
    .filter((machines) => machines.length > 1)
    .map((machines) => ({
      program: machines[0]!.program,
      machines: machines.length,
      figures: totalOf(machines, window),
    }));
}
