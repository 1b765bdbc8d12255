import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AppError, codeOf } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import { dataFolder } from "../config/paths.ts";
import { LOCAL_ZONE } from "../core/zone-offset.ts";
import type { ProgramReport, Report } from "../report/program-report.ts";
import {
  askedPrograms,
  readPage,
  readRecord,
  readReport,
  readTable,
  totalsOf,
  type Asked,
} from "../report/read-report.ts";
import { closeSources, nothingRecorded, openSources, type Source } from "../report/sources.ts";
import { reportWindow } from "../report/window.ts";
import { writePage, writeToStdout, writeWhereAsked } from "../report/write-out.ts";
import { noDatabase } from "../store/other-store.ts";
import { STORE_FILE } from "../store/store-file.ts";
import { localZone } from "../../local-zone.ts";
import { say, wantsColour } from "../../say.ts";

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

/**
 * Prints what the store in `folder`, or other machines' stores, know of a window, to stdout or a file. Returns
 * the exit code.
 * @throws AppError `usage`, `nothing-recorded`, `no-database`, `no-page`, `not-written`, `not-opened`
 */
export async function report(options: ReportOptions, folder = dataFolder()): Promise<number> {
  if (options.open && options.format !== "html") {
    throw new AppError("usage", text().openNeedsHtml, text().openNeedsHtmlHint);
  }
  if (options.out === "") throw new AppError("usage", text().emptyOut, text().notWrittenHint);
  const now = Date.now();
  const window = reportWindow(options, now, localZone);
  const sources = openSources(options.db ?? [], folder);
  try {
    const asked = askedOf(sources, options.program, { window, now });
    if (asked.length === 0) throw nothingRecorded(options.db?.[0] ?? path.join(folder, STORE_FILE));
    await write(options, await pieces(options, asked, now), now);
  } catch (error) {
    const isOthers = options.db !== undefined && codeOf(error).startsWith("SQLITE_");
    throw isOthers ? noDatabase(options.db.join(", "), error) : error;
  } finally {
    closeSources(sources);
  }
  return 0;
}

function askedOf(
  sources: readonly Source[],
  name: string | undefined,
  when: Pick<Asked, "window" | "now">,
): Asked[] {
  const programs = askedPrograms(
    sources.map((source) => source.db),
    name,
  );
  return sources.flatMap(({ db, machine }, i) =>
    programs[i]!.map((program) => ({ db, program, machine, ...when })),
  );
}

// Each format reads what it shows and no more, and is loaded alone.
async function pieces(
  options: ReportOptions,
  asked: readonly Asked[],
  now: number,
): Promise<Iterable<string>> {
  const all = <T extends ProgramReport>(programs: readonly T[]): Report<T> => {
    return { programs, totals: totalsOf(programs, asked[0]!.window) };
  };
  switch (options.format) {
    case "csv":
      return (await import("../report/csv.ts")).csvReport({ programs: asked.map(readRecord), totals: [] });
    case "json": {
      const { jsonReport } = await import("../report/json.ts");
      const asArray = asked.length > 1 || options.db !== undefined;
      return jsonReport(all(asked.map((one) => readReport(one))), asArray);
    }
    case "table": {
      const { tableReport } = await import("../report/table.ts");
      const colour = options.out === undefined && wantsColour();
      const zone = LOCAL_ZONE;
      return tableReport(all(asked.map((one) => readTable(one, zone))), { now, zone, colour });
    }
    case "html": {
      const { htmlReport } = await import("../report/html.ts");
      const zone = localZone();
      return htmlReport(all(asked.map((one) => readPage(one, zone))), { now, zone });
    }
  }
}

async function write(options: ReportOptions, pieces: Iterable<string>, now: number): Promise<void> {
  if (options.out === undefined && !options.open) return writeToStdout(pieces);
  const file = path.resolve(options.out ?? temporaryPage(now));
  if (options.out === undefined) await writePage(file, pieces);
  else await writeWhereAsked(file, pieces);
  if (options.open) await show(file);
}

// The system clears such files away.
function temporaryPage(now: number): string {
  return path.join(os.tmpdir(), `estatus-report-${process.pid}-${now}.html`);
}

async function show(file: string): Promise<void> {
  const { openBrowser } = await import("../../open-browser.ts");
  if (!(await openBrowser(pathToFileURL(file).href))) {
    throw new AppError("not-opened", text().notOpened(file), text().notOpenedHint);
  }
  // What opens pages may be there and show none.
  say(text().writtenTo(file));
}
