import { isPhoneLike, isWholeNumber } from "./phone-like.ts";
import { isAnyNumber, roleOf, type Role } from "./csv-headings.ts";

/** Which columns hold what, by index. */
export type Columns = {
  /** How many records come before the first contact: the heading, and titles above it. */
  readonly above: number;
  /** The columns of a whole name. */
  readonly full: readonly number[];
  /** The columns that make a name together, in the order they are said. */
  readonly parts: readonly number[];
  readonly phones: readonly number[];
  /** What names a contact that has no name: its company, its nickname, its address. */
  readonly instead: readonly number[];
};

const sought = 10;

/** Finds the columns by the headings in the first records, else by what the first records hold. */
export function columnsOf(records: readonly (readonly string[])[]): Columns {
  const heading = headingAt(records);
  return heading === -1 ? columnsByContent(records) : columnsByHeading(records, heading);
}

// A heading names both a name and a phone; the very first row is one also when it names only one of them. Reports
// have a title and the like above it.
function headingAt(records: readonly (readonly string[])[]): number {
  const first = records.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
  const names = (cells: readonly string[], both: boolean): boolean => {
    const roles = cells.map(roleOf).filter((role) => role && role !== "instead");
    const hasPhone = roles.includes("phone");
    const fits = both ? hasPhone && roles.some((role) => role !== "phone") : roles.length > 0;
    return fits && !cells.some(isPhoneLike);
  };
  const full = records.slice(0, sought).findIndex((cells) => names(cells, true));
  if (full !== -1 && !records.slice(0, full).some((cells) => cells.some(isPhoneLike))) return full;
  return first !== -1 && names(records[first]!, false) ? first : -1;
}

function columnsByHeading(records: readonly (readonly string[])[], heading: number): Columns {
  const roles = rolesOf(records[heading]!, records.slice(heading + 1));
  const at = (...wanted: Role[]) =>
    wanted.flatMap((role) => roles.flatMap((each, index) => (each === role ? [index] : [])));
  // "Nombre" is a whole name, unless there is "Apellidos" beside it and nothing else for a first name.
  const nameIsFirst = at("last").length > 0 && at("first").length === 0;
  const found = {
    above: heading + 1,
    full: nameIsFirst ? at("full") : at("full", "name"),
    parts: nameIsFirst
      ? at("name", "middle", "last", "second-last")
      : at("first", "middle", "last", "second-last"),
    phones: at("phone"),
    instead: at("instead"),
  };
  if (found.full.length + found.parts.length > 0 && found.phones.length > 0) return found;
  // One of the two has a heading we do not know: look for it in what is left.
  const left = records
    .slice(heading + 1)
    .map((cells) => cells.map((cell, index) => (roles[index] ? "" : cell)));
  const guess = columnsByContent(left);
  if (found.phones.length === 0) return { ...found, phones: guess.phones };
  return { ...found, full: guess.parts.slice(0, 1) };
}

function rolesOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (Role | undefined)[] {
  const hasNumbers = (column: number): boolean => {
    const cells = rows.map((cells) => cells[column] ?? "").filter((cell) => cell.trim() !== "");
    return cells.filter(isWholeNumber).length * 2 > cells.length;
  };
  // "Contacto" may be who it is, or the number to call.
  const roles = headings.map(roleOf).map((role, at) => (role === "full" && hasNumbers(at) ? "phone" : role));
  const isLoose = (at: number) => roles[at] === "phone" && isAnyNumber(headings[at]!);
  const isSure = roles.some((role, at) => role === "phone" && !isLoose(at));
  return roles.map((role, at) => (isSure && isLoose(at) ? undefined : role));
}

/** The phone is the column with the most cells that look like one; the name is what stands before it. */
function columnsByContent(records: readonly (readonly string[])[]): Columns {
  const sample = records.slice(0, 200);
  const width = Math.max(0, ...sample.map((cells) => cells.length));
  const count = (column: number, test: (cell: string) => boolean): number =>
    sample.filter((cells) => test(cells[column] ?? "")).length;
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    phones: count(column, isWholeNumber),
    short: count(column, isPhoneLike),
    words: count(column, (cell) => /\p{L}/u.test(cell)),
  }));
  const phone = columns.toSorted((a, b) => b.phones - a.phones || b.short - a.short)[0];
  const phones = phone && phone.short > 0 ? [phone.column] : [];
  const words = columns.filter((each) => each.words * 2 > sample.length && !phones.includes(each.column));
  const before = words.filter((each) => phones.length > 0 && each.column < phones[0]!);
  const parts = (before.length > 0 ? before : words.slice(0, 1)).map((each) => each.column);
  return { above: 0, full: [], parts, phones, instead: [] };
}
