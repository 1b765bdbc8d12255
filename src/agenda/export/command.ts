import path from "node:path";
import { AppError } from "../../app-error.ts";
import { text as texts } from "../../locales/exchange.ts";
import { counts } from "../change-log.ts";
import { exitCodeOf, processOutput, type Output } from "../exchange/command-output.ts";
import { openForExchange } from "../open-for-exchange.ts";
import { delimiterFor } from "./csv-text.ts";
import { exportText, type ExportKind } from "./export-text.ts";
import { writeExport } from "./write-export.ts";

export type ExportOptions = {
  /** The data folder of the contacts. */
  readonly folder: string;
  readonly output?: Output;
};

/** `agenda export F`: writes the list as CSV or vCard 4.0, by the file's extension. Gives the exit code. */
export function exportCommand(file: string, options: ExportOptions): Promise<number> {
  const { folder, output = processOutput() } = options;
  return exitCodeOf(output, async () => {
    const kind = kindOf(file);
    const { db, note } = await openForExchange(folder);
    if (note) output.complain(note);
    try {
      // One state of the list from the first line to the last, whatever a running Agenda does meanwhile.
      db.exec("BEGIN");
      const total = counts(db).listed;
      const delimiter = delimiterFor(new Intl.DateTimeFormat().resolvedOptions().locale);
      await writeExport(file, exportText(db, kind, delimiter));
      output.say(texts().exported(total, file));
      return 0;
    } finally {
      db.close();
    }
  });
}

function kindOf(file: string): ExportKind {
  const extension = path.extname(file).toLowerCase();
  if (extension === ".csv") return "csv";
  if (extension === ".vcf" || extension === ".vcard") return "vcf";
  if (/^\.(pickle|pkl)$/.test(extension)) {
    throw new AppError("export-pickle", texts().noPickleExport, texts().exportHint);
  }
  throw new AppError("export-unknown", texts().unknownExport(file), texts().exportHint);
}
