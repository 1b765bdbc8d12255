import fs from "node:fs";
import path from "node:path";
import { AppError } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import { csvReport } from "../report/csv.ts";
import { htmlReport } from "../report/html.ts";
import { jsonReport } from "../report/json.ts";
import type { ProgramReport } from "../report/program-report.ts";
import { askedPrograms, readReport } from "../report/read-report.ts";
import { tableReport } from "../report/table.ts";
import { reportWindow } from "../report/window.ts";
import { writeToFile, writeToStdout } from "../report/write-out.ts";
import { openOwnStore } from "../store/open-own.ts";
import { STORE_FILE, type Store } from "../store/store.ts";

export type ReportOptions = {
  readonly since?: string;
  readonly until?: string;
  readonly format: "table" | "json" | "csv" | "html";
  readonly out?: string;
  readonly program?: string;
};

/**
 * Prints what the store in `folder` knows of a window, to stdout or a file. Returns the exit code.
 * @throws AppError `bad-usage`, `nothing-recorded`, `not-written`
 */
export async function report(options: ReportOptions, folder: string): Promise<number> {
  const now = Date.now();
  const zone = Temporal.Now.timeZoneId();
  const window = reportWindow(options, now, zone);
  const file = path.join(folder, STORE_FILE);
  if (!fs.existsSync(file)) throw nothingRecorded(file);
  const db = openOwnStore(folder);
  try {
    // One transaction: figures and lists speak of the same moment even while a check writes.
    db.exec("BEGIN");
    const programs = askedPrograms(db, options.program);
    if (programs.length === 0) throw nothingRecorded(file);
    const reports = programs.map((program) => readReport(db, program, window));
    await write(options, reports, { now, zone });
  } finally {
    close(db);
  }
  return 0;
}

async function write(
  options: ReportOptions,
  reports: readonly ProgramReport[],
  clock: { readonly now: number; readonly zone: string },
): Promise<void> {
  const colour = options.out === undefined && process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "";
  const formats = {
    table: () => tableReport(reports, { ...clock, colour }),
    json: () => jsonReport(reports, reports.length > 1),
    csv: () => csvReport(reports),
    html: () => htmlReport(reports, clock),
  };
  const pieces = formats[options.format]();
  if (options.out === undefined) await writeToStdout(pieces);
  else writeToFile(path.resolve(options.out), pieces);
}

function nothingRecorded(file: string): AppError {
  return new AppError("nothing-recorded", text().nothingRecorded(file), text().nothingRecordedHint);
}

function close(db: Store): void {
  if (db.inTransaction) db.exec("ROLLBACK");
  db.close();
}
