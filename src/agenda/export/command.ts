import path from "node:path";
import { AppError } from "../../app-error.ts";
import { text as texts } from "../../locales/exchange.ts";
import { systemLocale } from "../../locales/language.ts";
import { complain, say } from "../../say.ts";
import { writeWhereNamed } from "../../write-where-named.ts";
import { counts } from "../change-log.ts";
import { openForExchange } from "../open-for-exchange.ts";
import { delimiterFor } from "./csv-text.ts";
import { exportText, type ExportKind } from "./export-text.ts";
import { writeExport } from "./write-export.ts";

/**
 * `agenda export F`: writes the list in `folder` as CSV or vCard 4.0, by the file's extension. Gives the exit code.
 * @throws AppError `export-pickle` or `export-unknown` for another extension, and what `writeExport` throws
 */
export async function exportCommand(file: string, folder: string): Promise<number> {
  const kind = kindOf(file);
  const { db, note } = await openForExchange(folder, "read");
  if (note) complain(note);
  try {
    // One state of the list from the first line to the last, whatever a running Agenda does meanwhile.
    db.exec("BEGIN");
    const total = counts(db).listed;
    await writeExport(file, exportText(db, kind, delimiterFor(systemLocale())), writeWhereNamed);
    say(texts().exported(total, file));
    return 0;
  } finally {
    db.close();
  }
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
