import { AppError } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import type { Db } from "../../sqlite/open.ts";
import { figuresOf } from "../core/figures.ts";
import { failuresByHour } from "../core/hours.ts";
import type { Interval } from "../core/outage.ts";
import { readHistory, readPrograms, type Program } from "../store/history.ts";
import { eachOutage } from "../store/outage-list.ts";
import { printable } from "./printable.ts";
import type { ProgramReport } from "./program-report.ts";

/**
 * The programs a report is about: all, or the one asked for by `name`, whatever its case.
 * @throws AppError `bad-usage` where that one was never checked
 */
export function askedPrograms(db: Db, name: string | undefined): Program[] {
  const known = readPrograms(db);
  if (name === undefined) return known;
  const same = known.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  if (same.length > 0) return same;
  const names = known.map((one) => printable(one.name)).join(", ");
  throw new AppError("bad-usage", text().noProgram(printable(name)), text().noProgramHint(names));
}

/** Reads one program's history and works out its figures; its outages stay in the store until they are asked for. */
export function readReport(db: Db, program: Program, window: Interval): ProgramReport {
  const chronicle = readHistory(db, program, window);
  return {
    program: program.name,
    figures: figuresOf(chronicle, window),
    checkedAt: Math.min(chronicle.checkedAt, window.to),
    outageCount: chronicle.outages.length,
    failuresByHour: (zone) => failuresByHour(chronicle.outages, window, zone),
    outages: (newest) => eachOutage(db, program.id, window, newest),
  };
}
