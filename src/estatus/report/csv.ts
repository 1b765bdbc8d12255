import { iso, isoOrNull } from "../../locales/format.ts";
import { durationOf } from "../core/restore-times.ts";
import type { Gap } from "../core/outage.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";
import { printable } from "./printable.ts";
import type { ProgramRecord, Report } from "./program-report.ts";

type Cell = string | number | null;

const header = [
  "program",
  "machine",
  "entry",
  "id",
  "kind",
  "cause",
  "earliest_start",
  "latest_start",
  "ended_at",
  "ended_by",
  "min_seconds",
  "mid_seconds",
  "max_seconds",
  "attempts",
  "last_error",
  "restored",
];

/** The report's outages and then its gaps as CSV (RFC 4180, lines ended by \n), line by line, never translated. */
export function* csvReport({ programs }: Report<ProgramRecord>): Generator<string> {
  yield line(header);
  for (const report of programs) {
    for (const outage of report.outages()) yield line(outageCells(report, outage));
    for (const gap of report.gaps) yield line(gapCells(report, gap));
  }
}

function outageCells({ program, machine, checkedAt }: ProgramRecord, outage: OutageWithAttempts): Cell[] {
  const duration = durationOf(outage, checkedAt);
  return [
    program,
    machine,
    "outage",
    outage.id,
    outage.kind,
    outage.cause,
    iso(outage.earliestStart),
    iso(outage.latestStart),
    isoOrNull(outage.endedAt),
    outage.endedBy,
    duration.min / 1000,
    duration.mid / 1000,
    duration.max / 1000,
    outage.attempts.length,
    outage.attempts.findLast((attempt) => attempt.error !== null)?.error ?? null,
    outage.restored,
  ];
}

function gapCells({ program, machine }: ProgramRecord, gap: Gap): Cell[] {
  const seconds = (gap.to - gap.from) / 1000;
  const [from, to] = [iso(gap.from), iso(gap.to)];
  return [
    program,
    machine,
    "gap",
    null,
    null,
    gap.cause,
    from,
    from,
    to,
    null,
    seconds,
    seconds,
    seconds,
    0,
    null,
    null,
  ];
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(",")}\n`;
}

function cell(value: Cell): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const text = defused(printable(value));
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// A spreadsheet takes a cell that begins like this for a formula and runs it; an apostrophe makes it text.
function defused(text: string): string {
  return /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
