import type { ContactFields } from "../../api-types.ts";
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

const aPhone = String.raw`(?:tels?|tlfn?o?|tfn?o?|telf|tel[eéè]f(?:on[oe]?s?)?|(?:tele)?phone)`;
const itsPlace = String.raw`(?:m[oóò][bv]il|cel(?:ular|l)?|fijo|casa|trabajo|oficina|whatsapp|mobile|home|work)`;
// What says of the number behind it that it is a phone, or which. "Ana Móvil" is a name all the same.
const label = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${aPhone}\s*[.:]*|${itsPlace}\s*[.:]+)\s*$`, "iu");

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

const numberAtEnd = /(?<![^\s,;:])[+＋(\p{Nd}][\p{Nd}\s().\-‐-―/+]*$/u;
// No line has a longer number, and a look at all of a very long one would take long.
const longest = 40;
// So many digits are a phone without what stands before them: "Bar 2000 600 123 123".
const whole = 9;

function nameAndPhone(line: string): ContactFields | null {
  const [numbers] = numberAtEnd.exec(line.slice(-longest)) ?? [];
  if (numbers === undefined) return null;
  const phone = numbers.slice(beginOf(numbers));
  const before = line.slice(0, line.length - phone.length);
  // As under a name in a line of its own, what the number is stays with it.
  const said = label.exec(before.slice(-longest))?.[0] ?? "";
  const name = before.slice(0, before.length - said.length).replace(/[\s,;:·|‐-―-]+$/u, "");
  const isPlain = digits(numbers) - digits(phone) < 6 && isWholeNumber(phone);
  return isPlain && /\p{L}/u.test(name) ? { name, phone: (said + phone).trim() } : null;
}

// Where the phone begins among the numbers at the end of a line: at its plus, else where it is long enough.
function beginOf(numbers: string): number {
  if (numbers.includes("/")) return 0;
  const begins = [...numbers.matchAll(/(?<!\S)\S/g)].map(({ index }) => index);
  const isCoded = (begin: number) => /^\(?[+＋]/u.test(numbers.slice(begin));
  const isLong = (begin: number) => digits(numbers.slice(begin)) >= whole;
  const long = begins.findLast(isLong) ?? 0;
  // A code of its own may stand before a phone that is long enough without.
  const code = begins.findLast((begin) => begin < long && /^00[1-9]/.test(numbers.slice(begin)));
  return begins.findLast(isCoded) ?? code ?? long;
}

const digits = (text: string) => text.replace(/\P{Nd}+/gu, "").length;

const asRow = ({ name, phone }: ContactFields) =>
  [name, phone].map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t");
