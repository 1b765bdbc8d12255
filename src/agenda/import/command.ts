import path from "node:path";
import { AppError } from "../../app-error.ts";
import { language } from "../../locales/language.ts";
import { text as texts } from "../../locales/exchange.ts";
import { exitCodeOf, processOutput, type Output } from "../exchange/command-output.ts";
import { backUp } from "../backup.ts";
import { counts } from "../change-log.ts";
import { openForExchange } from "../open-for-exchange.ts";
import { breath } from "./breath.ts";
import { commitImport } from "./commit-import.ts";
import { planImport, type Plan } from "./plan-import.ts";
import { readContacts } from "./read-contacts.ts";
import { readFileToImport } from "./read-file.ts";

export type ImportOptions = {
  /** The data folder of the contacts. */
  readonly folder: string;
  /** Only say what would be done. */
  readonly preview?: boolean;
  readonly output?: Output;
};

// An Agenda that has just taken in a large file writes its search table with few pauses for half a minute.
const patience = 60_000;

/**
 * `agenda import F`: says what is in the file, then adds what is new as one step that Agenda can undo. An
 * Agenda that runs shows it at once. Gives the exit code.
 */
export function importCommand(file: string, options: ImportOptions): Promise<number> {
  const { folder, preview = false, output = processOutput() } = options;
  return exitCodeOf(output, async () => {
    const reading = readContacts(readFileToImport(file), path.basename(file));
    const { db, note } = await openForExchange(folder);
    if (note) output.complain(note);
    try {
      const pause = breath();
      const plan = await planImport(db, reading, (done) => {
        output.progress(() => texts().reading(percent(done)));
        return pause();
      });
      output.progress(null);
      sayPlan(file, plan, output);
      if (preview) return 0;
      if (plan.fresh.rows() > 0 && counts(db).listed > 0) await backUp(db, folder, new Date());
      const batch = {
        file: db.name,
        fresh: plan.fresh,
        name: path.basename(file),
        now: Date.now(),
        patience,
      };
      const added = await commitImport(batch, (inserted) => {
        output.progress(() => texts().adding(percent(inserted / plan.fresh.rows())));
        return pause();
      });
      output.progress(null);
      output.say(texts().added(added?.count ?? 0));
      return 0;
    } finally {
      db.close();
    }
  });
}

const shownRows = 20;

function sayPlan(file: string, plan: Plan, output: Output): void {
  const { fresh, duplicate, unreadable } = plan;
  if (fresh.rows() + duplicate + unreadable.length === 0) {
    throw new AppError("import-nothing", texts().nothing(file), texts().nothingHint);
  }
  output.say(texts().preview(path.basename(file), fresh.rows(), duplicate, unreadable.length));
  for (const { row, reason } of unreadable.slice(0, shownRows))
    output.say(texts().unreadableRow(row, reason));
  if (unreadable.length > shownRows) output.say(texts().moreRows(unreadable.length - shownRows));
}

function percent(part: number): string {
  return new Intl.NumberFormat(language(), { style: "percent" }).format(part);
}
