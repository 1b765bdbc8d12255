import { isPhoneLike } from "./phone-like.ts";
import { roleOf, type Role } from "./csv-headings.ts";

/** Which columns hold what, by index. `heading` says that the first record is a heading and no contact. */
export type Columns = {
  readonly heading: boolean;
  /** The columns of a whole name. */
  readonly full: readonly number[];
  /** The columns that make a name together, in the order they are said. */
  readonly parts: readonly number[];
  readonly phones: readonly number[];
  /** What names a contact that has no name: its company, its nickname, its address. */
  readonly instead: readonly number[];
};

/** Finds the columns by the headings in the first record, else by what the first records hold. */
export function columnsOf(records: readonly (readonly string[])[]): Columns {
  const first = records.find((cells) => cells.some((cell) => cell.trim() !== "")) ?? [];
  const roles = first.map(roleOf);
  const isHeading = roles.some((role) => role && role !== "instead") && !first.some(isPhoneLike);
  return isHeading ? columnsByHeading(roles, records) : columnsByContent(records);
}

function columnsByHeading(
  roles: readonly (Role | undefined)[],
  records: readonly (readonly string[])[],
): Columns {
  const at = (...wanted: Role[]) =>
    wanted.flatMap((role) => roles.flatMap((each, index) => (each === role ? [index] : [])));
  // "Nombre" is a whole name, unless there is "Apellidos" beside it and nothing else for a first name.
  const nameIsFirst = at("last").length > 0 && at("first").length === 0;
  const found = {
    heading: true,
    full: nameIsFirst ? at("full") : at("full", "name"),
    parts: nameIsFirst
      ? at("name", "middle", "last", "second-last")
      : at("first", "middle", "last", "second-last"),
    phones: at("phone"),
    instead: at("instead"),
  };
  if (found.full.length + found.parts.length > 0 && found.phones.length > 0) return found;
  // One of the two has a heading we do not know: look for it in what is left.
  const left = records.slice(1).map((cells) => cells.map((cell, index) => (roles[index] ? "" : cell)));
  const guess = columnsByContent(left);
  if (found.phones.length === 0) return { ...found, phones: guess.phones };
  return { ...found, full: guess.parts.slice(0, 1) };
}

/** The phone is the column with the most cells that look like one; the name is what stands before it. */
function columnsByContent(records: readonly (readonly string[])[]): Columns {
  const sample = records.slice(0, 200);
  const width = Math.max(0, ...sample.map((cells) => cells.length));
  const count = (column: number, test: (cell: string) => boolean): number =>
    sample.filter((cells) => test(cells[column] ?? "")).length;
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    phones: count(column, (cell) => isPhoneLike(cell) && cell.replace(/\D/g, "").length >= 6),
    short: count(column, isPhoneLike),
    words: count(column, (cell) => /\p{L}/u.test(cell)),
  }));
  const phone = columns.toSorted((a, b) => b.phones - a.phones || b.short - a.short)[0];
  const phones = phone && phone.short > 0 ? [phone.column] : [];
  const words = columns.filter((each) => each.words * 2 > sample.length && !phones.includes(each.column));
  const before = words.filter((each) => phones.length > 0 && each.column < phones[0]!);
  const parts = (before.length > 0 ? before : words.slice(0, 1)).map((each) => each.column);
  return { heading: false, full: [], parts, phones, instead: [] };
}
