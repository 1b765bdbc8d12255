import type { Columns } from "./csv-columns.ts";
import { isPhoneLike, isWholeNumber } from "./phone-like.ts";

// No number of a person, a street or a year is this long.
const longNumber = 9;

const isMail = (cell: string) => /^\s*[^\s@]+@[^\s@]+\s*$/.test(cell);
// Of the cards that Spain gives to its citizens, foreigners and companies: 12345678Z, X1234567L, B12345678.
const isIdentity = (cell: string) => /^\s*(\d{8}-?[A-Z]|[A-Z]-?\d{7}-?[A-Z\d])\s*$/i.test(cell);
const isLong = (cell: string) => isWholeNumber(cell) && cell.replace(/\P{Nd}/gu, "").length >= longNumber;

/**
 * The phone is the column with the most cells that look like one, and so are those beside it with nothing but long
 * numbers; the name is what stands before it.
 */
export function columnsByContent(records: readonly (readonly string[])[]): Columns {
  const sample = records.slice(0, 200);
  const width = Math.max(0, ...sample.map((cells) => cells.length));
  const count = (column: number, test: (cell: string) => boolean): number =>
    sample.filter((cells) => test(cells[column] ?? "")).length;
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    phones: count(column, isWholeNumber),
    short: count(column, isPhoneLike),
    long: count(column, isLong),
    mails: count(column, isMail),
    words: count(column, (cell) => /\p{L}/u.test(cell) && !isMail(cell) && !isIdentity(cell)),
    filled: count(column, (cell) => cell.trim() !== ""),
  }));
  const best = columns.toSorted((a, b) => b.phones - a.phones || b.short - a.short)[0];
  const phones = best && best.short > 0 ? [best.column] : [];
  const isMore = (column: number): boolean => {
    const { long, filled } = columns[column] ?? { long: 0, filled: 0 };
    // The first row may be a heading that nobody knows.
    return long * 2 > filled && filled - long <= 1;
  };
  if (phones.length > 0 && best!.long > 0) {
    for (let column = phones[0]! + 1; isMore(column); column++) phones.push(column);
    for (let column = phones[0]! - 1; isMore(column); column--) phones.unshift(column);
  }
  const words = columns.filter((each) => each.words * 2 > sample.length && !phones.includes(each.column));
  const before = words.filter((each) => phones.length > 0 && each.column < phones[0]!);
  const parts = (before.length > 0 ? before : words.slice(0, 1)).map((each) => each.column);
  const instead = columns.filter((each) => each.mails > 0 && each.words === 0).map((each) => each.column);
  return { above: 0, width: Infinity, full: [], parts, phones: phones.map((at) => ({ at })), instead };
}
