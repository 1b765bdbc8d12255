import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AppError } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import type { Interval } from "../core/outage.ts";
import { csvReport } from "../report/csv.ts";
import { htmlReport } from "../report/html.ts";
import { jsonReport } from "../report/json.ts";
import type { Report } from "../report/program-report.ts";
import { askedPrograms, readReport, totalsOf } from "../report/read-report.ts";
import { closeSources, nothingRecorded, openSources, type Source } from "../report/sources.ts";
import { tableReport } from "../report/table.ts";
import { reportWindow } from "../report/window.ts";
import { writeToFile, writeToStdout } from "../report/write-out.ts";
import { STORE_FILE } from "../store/store.ts";
import { localZone } from "../../local-zone.ts";

export type ReportOptions = {
  readonly since?: string;
  readonly until?: string;
  readonly format: "table" | "json" | "csv" | "html";
  readonly out?: string;
  readonly open?: boolean;
  readonly program?: string;
  /** Other machines' databases, instead of the one in the folder. */
  readonly db?: readonly string[];
};

type Clock = { readonly now: number; readonly zone: string };

/**
 * Prints what the store in `folder`, or other machines' stores, know of a window, to stdout or a file. Returns
 * the exit code.
 * @throws AppError `usage`, `nothing-recorded`, `no-database`, `no-page`, `not-written`, `not-opened`
 */
export async function report(options: ReportOptions, folder: string): Promise<number> {
  if (options.open && options.format !== "html") {
    throw new AppError("usage", text().openNeedsHtml, text().openNeedsHtmlHint);
  }
  const clock = { now: Date.now(), zone: localZone() };
  const window = reportWindow(options, clock.now, clock.zone);
  const sources = openSources(options.db ?? [], folder);
  try {
    const found = readAll(sources, options.program, window);
    if (found.programs.length === 0) throw nothingRecorded(options.db?.[0] ?? path.join(folder, STORE_FILE));
    await write(options, found, clock);
  } finally {
    closeSources(sources);
  }
  return 0;
}

function readAll(sources: readonly Source[], name: string | undefined, window: Interval): Report {
  const asked = askedPrograms(
    sources.map((source) => source.db),
    name,
  );
  const programs = sources.flatMap(({ db, machine }, i) =>
    asked[i]!.map((program) => readReport(db, program, window, machine)),
  );
  return { programs, totals: totalsOf(programs, window) };
}

async function write(options: ReportOptions, found: Report, clock: Clock): Promise<void> {
  const formats = {
    table: () => tableReport(found, { ...clock, colour: options.out === undefined && wantsColour() }),
    json: () => jsonReport(found, found.programs.length > 1 || options.db !== undefined),
    csv: () => csvReport(found),
    html: () => htmlReport(found, clock),
  };
  const pieces = formats[options.format]();
  const out = options.out ?? (options.open ? temporaryPage(clock.now) : undefined);
  if (out === undefined) return writeToStdout(pieces);
  writeToFile(path.resolve(out), pieces);
  if (options.open) await show(path.resolve(out));
}

function wantsColour(): boolean {
  return process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "";
}

// A page that was only to be looked at: the system clears such files away.
function temporaryPage(now: number): string {
  return path.join(os.tmpdir(), `estatus-report-${process.pid}-${now}.html`);
}

async function show(file: string): Promise<void> {
  const { openBrowser } = await import("../../open-browser.ts");
  if (await openBrowser(pathToFileURL(file).href)) return;
  throw new AppError("not-opened", text().notOpened(file), text().notOpenedHint);
}
