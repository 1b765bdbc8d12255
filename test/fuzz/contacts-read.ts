import { AppError } from "../../src/app-error.ts";
import { csvHead, csvLine } from "../../src/agenda/export/csv-text.ts";
import { vcardOf } from "../../src/agenda/export/vcard-text.ts";
import { readContacts } from "../../src/agenda/import/read-contacts.ts";
import { digitsOf, fold } from "../../src/agenda/fold.ts";
import { contactBytes, textAt } from "../../src/agenda/import/contact-bytes.ts";
import type { Found } from "../../src/agenda/import/reading.ts";
import { must } from "./target.ts";

/** How many contacts, and of how many inputs one's, are exported and read again: it takes longer than to read. */
const AGAIN = 3;
const ONE_IN = 8;
/** What an import takes. */
const LONGEST = 1_000;

/** Reads a file of contacts of any kind, looks at every contact of it, and takes a few there and back again. */
export function readAsContacts(input: Buffer, file: string): "read" | "refused" {
  let contacts: Found[];
  try {
    contacts = contactsOf(input, file);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    must(error.message !== "" && error.hint !== "", "a refusal names its cure");
    return "refused";
  }
  const some = contacts
    .slice(0, AGAIN)
    .filter(({ name, phone }) => name.isWellFormed() && phone.isWellFormed());
  if (some.length > 0 && input.length % ONE_IN === 0) {
    comesBack(some, `${csvHead(";")}${some.map((each) => csvLine(each, ";")).join("")}`, "again.csv");
    comesBack(some, some.map(vcardOf).join(""), "again.vcf");
  }
  return "read";
}

function contactsOf(input: Buffer, file: string): Found[] {
  const contacts: Found[] = [];
  let before = 0;
  for (const { found, unreadable, done } of readContacts(input, file).slices) {
    must(done >= before && done <= 1, "reading goes on, and no further than the end");
    before = done;
    for (const contact of found) {
      if (contact.name.length <= LONGEST && contact.phone.length <= LONGEST) storable(contact);
      must(contact.name !== "" || contact.phone !== "", "a contact has a name or a phone");
      must(Number.isSafeInteger(contact.row) && contact.row > 0, "a contact is in a row");
    }
    for (const { row, reason } of unreadable)
      must(row > 0 && typeof reason === "string" && reason !== "", "what is not read has a reason");
    contacts.push(...found);
  }
  return contacts;
}

function storable({ name, phone }: Found): void {
  const written = contactBytes(name, phone);
  const shown = ([0, 1, 2, 3] as const).map((column) => textAt(written, column));
  const meant = [name.toWellFormed(), phone.toWellFormed(), fold(name), digitsOf(phone)];
  must(JSON.stringify(shown) === JSON.stringify(meant), `${meant} is stored as ${shown}`);
}

function comesBack(contacts: readonly Found[], exported: string, file: string): void {
  const again = contactsOf(Buffer.from(exported), file);
  const shown = (list: readonly Found[]) => JSON.stringify(list.map(({ name, phone }) => [name, phone]));
  must(
    shown(again) === shown(contacts),
    `${shown(contacts)} comes back from ${file}, and not ${shown(again)}`,
  );
}
