import { text as texts } from "../../locales/exchange.ts";
import type { Columns } from "./csv-columns.ts";
import { dialledWith, isAlone, isNoTelephone, type PhoneColumn } from "./csv-phone-columns.ts";
import { isOnePhone, phonesInCell } from "./csv-phones.ts";
import type { CsvRecord } from "./csv-records.ts";
import { isDialled, isPhoneLike, mayHoldPhone } from "./phone-like.ts";
import type { Found } from "./reading.ts";

/** Adds what one record holds to `found`; gives the reason where something in it cannot be read. */
export type Contacts = (record: CsvRecord, found: Found[]) => string | undefined;

/**
 * Reads records by their columns. Called for each of a million rows: no lists are made where one name and one phone
 * are all there is.
 */
export function contactsUnder(columns: Columns): Contacts {
  const isPlain = columns.phones.every(isAlone);
  return (record, found) => {
    const { row, cells } = record;
    const name = nameIn(cells, columns);
    const before = found.length;
    let cut = false;
    for (const column of columns.phones) {
      if (column.isLast && (cut || found.length > before)) continue;
      const isCut = isPlain
        ? addPhones(found, row, name, cells[column.at])
        : addPhonesOf(column, found, record, name);
      cut = isCut || cut;
    }
    if (found.length === before && !cut) {
      if (name === "") return isBlank(cells) ? undefined : texts().nothingInRow;
      found.push({ row, name, phone: "" });
    }
    if (row <= columns.above || (row === 1 && isUnknownHeading(found, columns))) {
      found.length = before;
      return row === columns.above ? undefined : texts().looksLikeHeading;
    }
    if (cells.length > columns.width && isShifted(cells, columns, found.slice(before))) {
      found.length = before;
      return texts().tooManyCells;
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

/** The same for a column that is not all there is to its phones. */
function addPhonesOf(column: PhoneColumn, found: Found[], { row, cells }: CsvRecord, name: string): boolean {
  const { at, prefix, kind, isOpen } = column;
  const cell = cells[at] ?? "";
  if ((kind !== undefined && isNoTelephone(cells[kind])) || (isOpen && !mayHoldPhone(cell))) return false;
  const before = found.length;
  const cut = addPhones(found, row, name, cell);
  const dialled = prefix && cells[prefix.at]?.trim();
  if (prefix && dialled && isDialled(dialled)) {
    const added = found.splice(before);
    for (const each of added) found.push({ ...each, phone: dialledWith(dialled, prefix.role, each.phone) });
  }
  return cut;
}

// More cells than headings: where a comma in a note made them, the name and the phones stand before it and are
// good; where one in the name did, words stand in the place of a phone, or the name is cut.
function isShifted(cells: readonly string[], columns: Columns, found: readonly Found[]): boolean {
  const { above, width, full, parts } = columns;
  if (above === 0) return false;
  const hasMore = cells.slice(width).some((cell) => cell.trim() !== "");
  if ([...full, ...parts].includes(width - 1)) return hasMore;
  const isWord = found.some(({ phone }) => !/\p{Nd}/u.test(phone));
  return isWord && (hasMore || cells.slice(width - 1).some(isPhoneLike));
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
