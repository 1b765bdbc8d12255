import { styleText } from "node:util";
import { durationText } from "../../locales/duration.ts";
import { text } from "../../locales/report.ts";
import type { Gap } from "../core/outage.ts";
import { dayBar } from "./day-bar.ts";
import { padTo, WIDTH, widthOf, wrap } from "./fit.ts";
import { headline, periodOf, sentences } from "./headline.ts";
import { localRange } from "./local-time.ts";
import { outageDetails, outageRow } from "./outage-row.ts";
import { nameOf, overviewRows } from "./overview.ts";
import type { ProgramReport, ProgramTable, Report } from "./program-report.ts";

export type TableOptions = { readonly now: number; readonly zone: string; readonly colour: boolean };

/** More rows than this of one kind are not listed: a terminal is no place for them, csv is. */
const MOST_ROWS = 40;

/** The report for people at a terminal, in pieces of whole lines, 80 columns wide. */
export function* tableReport(
  { programs, totals }: Report<ProgramTable>,
  options: TableOptions,
): Generator<string> {
  if (totals.length > 0) {
    for (const line of overviewLines({ programs, totals }, options)) yield `${line}\n`;
    return;
  }
  for (const [index, report] of programs.entries()) {
    if (index > 0) yield "\n";
    for (const line of programLines(report, options)) yield `${line}\n`;
  }
}

function* programLines(report: ProgramTable, options: TableOptions): Generator<string> {
  const { figures } = report;
  const bold = (line: string) => (options.colour ? styleText("bold", line, { validateStream: false }) : line);
  const period = periodOf(figures.window, options.now, options.zone);
  yield* wrap(headline(nameOf(report), figures, period)).map(bold);
  yield "";
  yield* dayBar(report.days, options.colour);
  yield "";
  for (const sentence of sentences(figures)) yield* wrap(sentence);
  yield "";
  yield bold(text().outages(figures.outages));
  yield* outageLines(report, options.zone);
  if (report.gaps.length === 0) return;
  yield "";
  yield bold(text().gaps(report.gaps.length));
  yield* gapLines(report.gaps, options.zone);
}

// Of many machines a terminal shows the sums; each in full is a report of its own.
function* overviewLines(report: Report<ProgramReport>, options: TableOptions): Generator<string> {
  yield periodOf(report.programs[0]!.figures.window, options.now, options.zone);
  yield "";
  yield* align(overviewRows(report));
  yield "";
  yield* wrap(text().oneMachine);
}

function* outageLines(report: ProgramReport, zone: string): Generator<string> {
  const { outages } = report.figures;
  if (outages === 0) return;
  if (outages > MOST_ROWS) yield `  ${text().earlier(outages - MOST_ROWS)}`;
  const { began, lasted, cause, by } = text().outageColumns;
  const shown = [...report.outages(MOST_ROWS)];
  const aligned = (narrow: boolean) =>
    align([[began, lasted, cause, by], ...shown.map((one) => outageRow(one, report, zone, narrow))]);
  const wide = aligned(false);
  const narrow = wide.some((line) => widthOf(line) > WIDTH);
  const [head, ...lines] = narrow ? aligned(true) : wide;
  yield head!;
  for (const [index, line] of lines.entries()) {
    yield line;
    yield* outageDetails(shown[index]!, report, narrow).flatMap((detail) => wrap(detail, "      "));
  }
}

function* gapLines(gaps: readonly Gap[], zone: string): Generator<string> {
  if (gaps.length > MOST_ROWS) yield `  ${text().earlier(gaps.length - MOST_ROWS)}`;
  const { from, lasted, cause } = text().gapColumns;
  const rows = gaps
    .slice(-MOST_ROWS)
    .map((gap) => [
      localRange(gap.from, gap.to, zone),
      durationText(gap.to - gap.from),
      text().gapCause[gap.cause],
    ]);
  yield* align([[from, lasted, cause], ...rows]);
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ""))));
  return rows.map((row) => `  ${row.map((cell, i) => padTo(cell, widths[i]!)).join("  ")}`.trimEnd());
}
