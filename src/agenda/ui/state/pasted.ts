import type { ContactFields } from "../../api-types.ts";
import { nameAndPhone } from "../../import/name-and-phone.ts";
import { isWholeNumber } from "../../import/phone-like.ts";

/** What a pasted text holds: one contact; several, as the text of a table; a vCard; null for words like any other. */
export type Pasted =
  | { readonly kind: "contact"; readonly fields: ContactFields }
  | { readonly kind: "table"; readonly text: string }
  | { readonly kind: "card" }
  | null;

/** Reads a text that was copied from a spreadsheet, a mail or another list. Where it is not plain which part is a phone, it is words. */
export function readPasted(pasted: string): Pasted {
  if (/^\s*BEGIN:VCARD\s/i.test(pasted)) return { kind: "card" };
  // The last cells of a row may be empty, and a row ends in a line break.
  const [name = "", phone = "", ...more] = pasted.trimEnd().split("\t");
  const lines = pasted.split(/[\r\n]+/).map((line) => line.trim());
  const written = lines.filter(Boolean);
  if (pasted.trimEnd().includes("\t")) {
    const isOne = more.length === 0 && written.length === 1;
    return isOne ? one(ofCells(name.trim(), phone.trim())) : { kind: "table", text: pasted };
  }
  if (isTable(written)) return { kind: "table", text: pasted };
  const link = written.length === 1 ? onlyPhone(written[0]!) : null;
  if (link !== null) return one({ name: "", phone: link });
  const contacts = lineByLine(written) ?? underEachOther(written);
  if (!contacts?.[0]) return null;
  return contacts.length === 1 ? one(contacts[0]) : { kind: "table", text: contacts.map(asRow).join("\n") };
}

const one = (fields: ContactFields): Pasted => ({ kind: "contact", fields });

// Some tables have the phone first.
function ofCells(first: string, second: string): ContactFields {
  const isSwapped = isWholeNumber(first) && !isWholeNumber(second) && /\p{L}/u.test(second);
  return isSwapped ? { name: second, phone: first } : { name: first, phone: second };
}

// A phone that says that it is one, as the link of a web page does: "tel:+34600111222".
function onlyPhone(line: string): string | null {
  const number = line.replace(/^tel:\s*/i, "");
  return number !== line && isWholeNumber(number) ? number : null;
}

// Each line has as many cells, and each but the headings a number.
function isTable(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  return [";", ","].some((delimiter) => {
    const rows = lines.map((line) => line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, "")));
    const width = rows[0]!.length;
    return (
      width > 1 && rows.every((row, at) => row.length === width && (at === 0 || row.some(isWholeNumber)))
    );
  });
}

// "Juan Pérez 600 123 123", line by line.
function lineByLine(lines: readonly string[]): ContactFields[] | null {
  const contacts = lines.map(nameAndPhone);
  return contacts.every((contact) => contact !== null) ? contacts : null;
}

// A name, and under it its phone, which may say what it is ("Tel.: 600 123 123").
function underEachOther(lines: readonly string[]): ContactFields[] | null {
  const contacts: ContactFields[] = [];
  let name: string[] = [];
  for (const line of lines) {
    if (!isWholeNumber(line.replace(/^\p{L}[\p{L}.]{0,9}\s?:\s*/u, ""))) {
      if (nameAndPhone(line)) return null;
      name.push(line);
    } else if (name.length === 0) return null;
    else {
      contacts.push({ name: name.join(" "), phone: line });
      name = [];
    }
  }
  return name.length === 0 ? contacts : null;
}

const asRow = ({ name, phone }: ContactFields) =>
  [name, phone].map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t");
