import { text as texts } from "../../locales/exchange.ts";
import { ourHeadings, unguarded } from "../exchange/formula-guard.ts";
import { columnsOf, type Columns } from "./csv-columns.ts";
import { delimiterOf } from "./csv-delimiter.ts";
import { csvRecords, type CsvRecord } from "./csv-records.ts";
import { isPhoneLike } from "./phone-like.ts";
import type { Found, Reading, Slice, Unreadable } from "./reading.ts";

/** Reads the contacts of a CSV text: one for each phone of a person, and one for a person without any. */
export function csvContacts(text: string): Reading {
  const { delimiter, start } = delimiterOf(text);
  const [first] = csvRecords(text, delimiter, start);
  const sample = (first?.records ?? []).slice(0, 500).map((record) => record.cells);
  const ours = isOurs(sample[0]);
  const contactsIn = ours ? ourContacts : contactsUnder(columnsOf(sample));
  return { kind: "csv", ours, slices: slicesOf(text, delimiter, start, contactsIn) };
}

type Contacts = (record: CsvRecord, found: Found[]) => string | undefined;

function* slicesOf(text: string, delimiter: string, start: number, contactsIn: Contacts): Generator<Slice> {
  for (const { records, broken, end } of csvRecords(text, delimiter, start)) {
    const found: Found[] = [];
    const unreadable: Unreadable[] = broken.map((row) => ({ row, reason: texts().quoteNotClosed }));
    for (const record of records) {
      const reason = contactsIn(record, found);
      if (reason) unreadable.push({ row: record.row, reason });
    }
    yield { found, unreadable, done: end / text.length };
  }
}

function isOurs(cells: readonly string[] | undefined): boolean {
  return ourHeadings.every((heading, index) => cells?.[index] === heading);
}

// Everything in a file of ours is kept as it is, white space and line breaks included.
function ourContacts({ row, cells }: CsvRecord, found: Found[]): string | undefined {
  const [name = "", phone = ""] = cells;
  if ((name === "" && phone === "") || (row === 1 && isOurs(cells))) return undefined;
  found.push({ row, name: unguarded(name), phone: unguarded(phone) });
  return undefined;
}

function contactsUnder(columns: Columns): Contacts {
  let heading = columns.heading;
  return ({ row, cells }, found) => {
    if (cells.every((cell) => cell.trim() === "")) return undefined;
    if (heading) return void (heading = false);
    const phones = columns.phones.flatMap((column) => numbersIn(cells[column] ?? ""));
    const name = nameIn(cells, columns);
    if (name === "" && phones.length === 0) return texts().nothingInRow;
    if (row === 1 && isUnknownHeading(phones, columns)) return texts().looksLikeHeading;
    for (const phone of phones.length > 0 ? phones : [""]) found.push({ row, name, phone });
    return undefined;
  };
}

// Google Contacts puts several numbers of one kind into one cell, with " ::: " between them.
function numbersIn(cell: string): string[] {
  if (!cell.includes(":::")) return cell.trim() === "" ? [] : [cell.trim()];
  return cell.split(":::").flatMap(numbersIn);
}

function nameIn(cells: readonly string[], { full, parts, instead }: Columns): string {
  const cell = (column: number): string => (cells[column] ?? "").trim();
  const whole = full.map(cell).find((each) => each !== "");
  if (whole) return whole;
  const joined = parts
    .map(cell)
    .filter((each) => each !== "")
    .join(" ");
  return joined || (instead.map(cell).find((each) => each !== "") ?? "");
}

// No heading was recognised, and where every other row has a phone this one has words.
function isUnknownHeading(phones: readonly string[], columns: Columns): boolean {
  return (
    !columns.heading &&
    phones.length > 0 &&
    !phones.some((phone) => isPhoneLike(phone) || /\p{Nd}/u.test(phone))
  );
}
