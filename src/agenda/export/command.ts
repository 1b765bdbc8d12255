import fs from "node:fs";
import path from "node:path";
import { AppError, codeOf } from "../../app-error.ts";
import { text as texts } from "../../locales/exchange.ts";
import { systemLocale } from "../../locales/language.ts";
import { complain, say } from "../../say.ts";
import { writeWhereNamed } from "../../write-where-named.ts";
import { listBackups } from "../backup.ts";
import { counts } from "../change-log.ts";
import { contactsFile } from "../data-folder.ts";
import { openForExchange } from "../open-for-exchange.ts";
import { delimiterFor } from "./csv-text.ts";
import { exportText, type ExportKind } from "./export-text.ts";
import { writeExport } from "./write-export.ts";

/**
 * `agenda export F`: writes the list in `folder` as CSV or vCard 4.0, by the file's extension. Gives the exit code.
 * @throws AppError `export-pickle` or `export-unknown` for another extension, `no-contacts` where none were ever kept,
 * and what `writeExport` throws
 */
export async function exportCommand(file: string, folder: string): Promise<number> {
  const kind = kindOf(file);
  refuseNoContacts(folder);
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

// A folder that was mistyped would be made, and a good export overwritten with nothing. Contacts that were lost come back
// from a backup when they are opened, and a folder that may not be read is told of then.
function refuseNoContacts(folder: string): void {
  const file = contactsFile(folder);
  if ([file, `${file}.rebuilt`].some((each) => fs.existsSync(each)) || listBackups(folder).length > 0) return;
  try {
    fs.readdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") return;
  }
  throw new AppError("no-contacts", texts().noContacts(folder), texts().noContactsHint);
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
