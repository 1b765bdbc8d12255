import type { Db } from "../../sqlite/open.ts";
import { csvHead, csvLine, type Exported } from "./csv-text.ts";
import { vcardOf } from "./vcard-text.ts";

export type ExportKind = "csv" | "vcf";

const contactsAtOnce = 500;

/**
 * The listed contacts, by name, as the text of a file, in pieces. The database stands still for the connection
 * until the last piece: give it one of its own. `delimiter` is for CSV.
 */
export function* exportText(db: Db, kind: ExportKind, delimiter: string): Generator<string> {
  const write = kind === "csv" ? (contact: Exported) => csvLine(contact, delimiter) : vcardOf;
  let piece = kind === "csv" ? csvHead(delimiter) : "";
  let count = 0;
  const contacts = db
    .prepare("SELECT name, phone FROM contact WHERE deleted_at IS NULL ORDER BY folded, id")
    .iterate() as IterableIterator<Exported>;
  for (const contact of contacts) {
    piece += write(contact);
    if (++count % contactsAtOnce > 0) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
