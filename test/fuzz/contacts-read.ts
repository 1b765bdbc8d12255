import { AppError } from "../../src/app-error.ts";
import { csvHead, csvLine } from "../../src/agenda/export/csv-text.ts";
import { vcardOf } from "../../src/agenda/export/vcard-text.ts";
import { readContacts } from "../../src/agenda/import/read-contacts.ts";
import type { Found } from "../../src/agenda/import/reading.ts";
import { identified } from "../../src/agenda/import/same-contact.ts";
import { must } from "./target.ts";

/** How many contacts, and of how many inputs one's, are exported and read again: it takes longer than to read. */
const AGAIN = 3;
const ONE_IN = 8;

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
      const { folded, digits } = identified(contact);
      must(typeof folded === "string" && typeof digits === "string", "a contact can be told from others");
      must(contact.name !== "" || contact.phone !== "", "a contact has a name or a phone");
      must(Number.isSafeInteger(contact.row) && contact.row > 0, "a contact is in a row");
    }
    for (const { row, reason } of unreadable)
      must(row > 0 && typeof reason === "string" && reason !== "", "what is not read has a reason");
    contacts.push(...found);
  }
  return contacts;
}

function comesBack(contacts: readonly Found[], exported: string, file: string): void {
  const again = contactsOf(Buffer.from(exported), file);
  const shown = (list: readonly Found[]) => JSON.stringify(list.map(({ name, phone }) => [name, phone]));
  must(
    shown(again) === shown(contacts),
    `${shown(contacts)} comes back from ${file}, and not ${shown(again)}`,
  );
}
