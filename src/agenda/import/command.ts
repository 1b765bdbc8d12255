import path from "node:path";
import { language } from "../../locales/language.ts";
import { text as texts } from "../../locales/exchange.ts";
import { complain, say } from "../../say.ts";
import { countryOf } from "../agenda.ts";
import { backUp } from "../backup.ts";
import { counts } from "../change-log.ts";
import { terminalProgress } from "../exchange/progress.ts";
import type { ReadAs } from "../exchange-types.ts";
import { homeNumbers } from "../home-numbers.ts";
import { openForExchange } from "../open-for-exchange.ts";
import { breath } from "./breath.ts";
import { commitImport } from "./commit-import.ts";
import { planImport, refuseNothing, type Plan } from "./plan-import.ts";
import { readContacts } from "./read-contacts.ts";
import { readFileToImport } from "./read-file.ts";

export type ImportOptions = {
  /** The data folder of the contacts. */
  readonly folder: string;
  /** Only say what would be done. */
  readonly preview?: boolean;
};

// An Agenda that has just taken in a large file writes its search table with few pauses for half a minute.
const patience = 60_000;

/**
 * `agenda import F`: says what is in the file, then adds what is new as one step that Agenda can undo. An
 * Agenda that runs shows it at once. Gives the exit code.
 * @throws AppError where the file cannot be read or has no contacts, and what SQLite throws: then nothing was added.
 */
export async function importCommand(
  file: string,
  { folder, preview = false }: ImportOptions,
): Promise<number> {
  const reading = readContacts(readFileToImport(file), path.basename(file));
  const { db, note } = await openForExchange(folder);
  if (note) complain(note);
  const progress = terminalProgress();
  try {
    const pause = breath();
    const plan = await planImport(db, reading, homeNumbers(countryOf({ db })), (done) => {
      progress.show(() => texts().reading(percent(done)));
      return pause();
    });
    progress.clear();
    refuseNothing(plan, file);
    sayPlan(file, plan);
    if (preview) return 0;
    if (plan.fresh.rows() > 0 && counts(db).listed > 0) await backUp(db, folder, new Date());
    const batch = { file: db.name, fresh: plan.fresh, name: path.basename(file), now: Date.now(), patience };
    const added = await commitImport(batch, (inserted) => {
      progress.show(() => texts().adding(percent(inserted / plan.fresh.rows())));
      return pause();
    });
    progress.clear();
    say(texts().added(added?.count ?? 0));
    return 0;
  } finally {
    progress.clear();
    db.close();
  }
}

const shownRows = 20;
const shownColumns = 100;

function sayPlan(file: string, plan: Plan): void {
  const { fresh, duplicate, unreadable, readAs } = plan;
  say(texts().preview(path.basename(file), fresh.rows(), duplicate, unreadable.length));
  if (readAs) sayColumns(readAs);
  for (const { row, reason } of unreadable.slice(0, shownRows)) say(texts().unreadableRow(row, reason));
  if (unreadable.length > shownRows) say(texts().moreRows(unreadable.length - shownRows));
}

function sayColumns(readAs: ReadAs): void {
  for (const use of ["name", "phone", "instead", "left"] as const) {
    const headings = readAs[use].slice(0, shownColumns).join(", ");
    if (headings !== "") say(texts().columns[use](headings, Math.max(0, readAs[use].length - shownColumns)));
  }
}

function percent(part: number): string {
  return new Intl.NumberFormat(language(), { style: "percent" }).format(part);
}
