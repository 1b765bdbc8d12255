import { text as texts } from "../../locales/exchange.ts";
import { isRounded, ourHeadings, unguarded } from "../exchange/formula-guard.ts";
import { columnsOf } from "./csv-columns.ts";
import { delimiterOf } from "./csv-delimiter.ts";
import { areLines, columnsOfLines, contactsInLines } from "./csv-lines.ts";
import { readAs } from "./csv-read-as.ts";
import { csvRecords, type CsvRecord } from "./csv-records.ts";
import { contactsUnder, type Contacts } from "./csv-rows.ts";
import type { Found, Reading, Slice, Unreadable } from "./reading.ts";

/** Reads the contacts of a CSV text: one for each phone of a person, and one for a person without any. */
export function csvContacts(text: string): Reading {
  const { delimiter, start } = delimiterOf(text);
  const [first] = csvRecords(text, delimiter, start);
  const sample = (first?.records ?? []).slice(0, 500).map((record) => record.cells);
  const ours = isOurs(sample[0]);
  if (ours) return { kind: "csv", ours, slices: slicesOf(text, delimiter, start, ourContacts) };
  const columns = columnsOf(sample);
  const inLines = areLines(sample.slice(columns.above));
  const contacts = inLines ? contactsInLines(columns) : contactsUnder(columns);
  const slices = slicesOf(text, delimiter, start, contacts);
  const read = inLines ? columnsOfLines(columns) : columns;
  return { kind: "csv", ours, slices, readAs: () => readAs(read, sample) };
}

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
