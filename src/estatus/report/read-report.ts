import { AppError } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import type { Db } from "../../sqlite/open.ts";
import { figuresOf } from "../core/figures.ts";
import type { Interval } from "../core/outage.ts";
import { totalOf } from "../core/total.ts";
import { readHistory, readPrograms, type Program } from "../store/history.ts";
import { eachOutage } from "../store/outage-list.ts";
import { printable } from "./printable.ts";
import type { ProgramReport, ProgramTotal } from "./program-report.ts";

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

/** Reads one program's history and works out its figures; its outages stay in the store until they are asked for. */
export function readReport(
  db: Db,
  program: Program,
  window: Interval,
  machine: string | null = null,
): ProgramReport {
  const chronicle = readHistory(db, program, window);
  return {
    program: program.name,
    machine,
    figures: figuresOf(chronicle, window),
    spans: chronicle.outages,
    checkedAt: Math.min(chronicle.checkedAt, window.to),
    outageCount: chronicle.outages.length,
    outages: (newest) => eachOutage(db, program.id, window, newest),
  };
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
