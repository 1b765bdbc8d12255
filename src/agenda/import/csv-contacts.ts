import { text as texts } from "../../locales/exchange.ts";
import { isRounded, ourHeadings, unguarded } from "../exchange/formula-guard.ts";
import { columnsOf, type Columns } from "./csv-columns.ts";
import { delimiterOf } from "./csv-delimiter.ts";
import { isOnePhone, phonesInCell } from "./csv-phones.ts";
import { csvRecords, type CsvRecord } from "./csv-records.ts";
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
  const [name = "", phone = ""] = cells.slice(0, 2).map(unguarded);
  if ((name === "" && phone === "") || (row === 1 && isOurs(cells))) return undefined;
  if (isRounded(cells[1] ?? "")) return texts().numberCut;
  found.push({ row, name, phone });
  return undefined;
}

// Called for each of a million rows: no lists are made where one name and one phone are all there is.
function contactsUnder(columns: Columns): Contacts {
  return ({ row, cells }, found) => {
    const name = nameIn(cells, columns);
    const before = found.length;
    let cut = false;
    for (const column of columns.phones) cut = addPhones(found, row, name, cells[column]) || cut;
    if (found.length === before && !cut) {
      if (name === "") return isBlank(cells) ? undefined : texts().nothingInRow;
      found.push({ row, name, phone: "" });
    }
    if (row <= columns.above || (row === 1 && isUnknownHeading(found, columns))) {
      found.length = before;
      return row === columns.above ? undefined : texts().looksLikeHeading;
    }
    return cut ? texts().numberCut : undefined;
  };
}

/** Adds the phones of a cell; true where one of them is lost. */
function addPhones(found: Found[], row: number, name: string, cell: string | undefined): boolean {
  const written = cell?.trim();
  if (!written) return false;
  if (isOnePhone(written)) {
    found.push({ row, name, phone: written });
    return false;
  }
  const { phones, cut } = phonesInCell(written);
  for (const phone of phones) found.push({ row, name, phone });
  return cut;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

function nameIn(cells: readonly string[], { full, parts, instead }: Columns): string {
  return firstOf(cells, full) || joined(cells, parts) || firstOf(cells, instead);
}

function firstOf(cells: readonly string[], columns: readonly number[]): string {
  for (const column of columns) {
    const cell = cells[column]?.trim();
    if (cell) return cell;
  }
  return "";
}

function joined(cells: readonly string[], columns: readonly number[]): string {
  let name = "";
  for (const column of columns) {
    const cell = cells[column]?.trim();
    if (cell) name = name === "" ? cell : `${name} ${cell}`;
  }
  return name;
}

// No heading was recognised, and where every other row has a phone this one has words.
function isUnknownHeading(found: readonly Found[], columns: Columns): boolean {
  return (
    columns.above === 0 &&
    columns.phones.length > 0 &&
    found.every(({ phone }) => phone !== "" && !/\p{Nd}/u.test(phone))
  );
}
