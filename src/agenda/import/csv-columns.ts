import { columnsByContent } from "./csv-columns-by-content.ts";
import { isAnyNumber, isNoName, isOther, roleOf } from "./csv-headings.ts";
import { isFilled, namesIn } from "./csv-name-columns.ts";
import { phoneColumns, withExtensions, type PhoneColumn } from "./csv-phone-columns.ts";
import type { Role } from "./heading-words.ts";
import { isDialled, isPhoneLike, isWholeNumber, mayHoldPhone } from "./phone-like.ts";

/** Which columns hold what, by index. */
export type Columns = {
  /** How many records come before the first contact: the heading, and titles above it. */
  readonly above: number;
  /** How many columns have a heading; Infinity where nothing has. */
  readonly width: number;
  /** The columns of a whole name. */
  readonly full: readonly number[];
  /** The columns that make a name together, in the order they are said. */
  readonly parts: readonly number[];
  readonly phones: readonly PhoneColumn[];
  /** What names a contact that has no name: its company, its nickname, its address. */
  readonly instead: readonly number[];
};

const sought = 10;

/** Finds the columns by the headings in the first records, else by what the first records hold. */
export function columnsOf(records: readonly (readonly string[])[]): Columns {
  const heading = headingAt(records);
  return heading === -1 ? columnsByContent(records) : columnsByHeading(records, heading);
}

const ofName = new Set<Role>(["name", "full", "first", "middle", "last", "second-last"]);

// A heading names both a name and a phone; the very first row is one also when it names only one of them. Reports
// have a title and the like above it.
function headingAt(records: readonly (readonly string[])[]): number {
  const first = records.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
  const names = (cells: readonly string[], both: boolean): boolean => {
    const roles = cells.map(roleOf).filter((role) => role !== undefined);
    const hasName = roles.some((role) => ofName.has(role));
    const hasPhone = roles.includes("phone");
    const fits = both ? hasName && (hasPhone || roles.includes("place")) : hasName || hasPhone;
    return fits && !cells.some(isPhoneLike);
  };
  const full = records.slice(0, sought).findIndex((cells) => names(cells, true));
  if (full !== -1 && !records.slice(0, full).some((cells) => cells.some(isPhoneLike))) return full;
  return first !== -1 && names(records[first]!, false) ? first : -1;
}

function columnsByHeading(records: readonly (readonly string[])[], heading: number): Columns {
  const rows = records.slice(heading + 1);
  const headings = records[heading]!;
  const roles = rolesOf(headings, rows);
  const at = (...wanted: Role[]) =>
    wanted.flatMap((role) => roles.flatMap((each, index) => (each === role ? [index] : [])));
  const { full, parts } = namesIn(at, rows);
  const found = {
    above: heading + 1,
    width: headings.length,
    // One of several whole names is the name, and the preview must not say that the others are too.
    full: full.slice(0, 1),
    parts,
    phones: phoneColumns(headings, roles),
    instead: [...full.slice(1), ...at("instead")],
  };
  const hasPhones = found.phones.some(({ isOpen }) => !isOpen);
  const hasNames = full.length + parts.length > 0;
  // One of the two has a heading we do not know: look for it in what is left.
  const guess = (isTaken: (index: number) => unknown): Columns =>
    columnsByContent(rows.map((cells) => cells.map((cell, index) => (isTaken(index) ? "" : cell))));
  const isNone = (index: number) => roles[index] ?? isNoName(headings[index] ?? "");
  const names = hasNames || isFilled(rows, found.instead) ? found.full : guess(isNone).parts.slice(0, 1);
  const guessed = hasPhones ? [] : guess((index) => roles[index] ?? isOther(headings[index] ?? "")).phones;
  const phones = [...guessed, ...found.phones];
  return { ...found, full: names, phones: withExtensions(phones, at("extension"), rows) };
}

function rolesOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (Role | undefined)[] {
  const isEmpty = (column: number) => rows.every((cells) => !cells[column]?.trim());
  const most = (column: number, test: (cell: string) => boolean): boolean => {
    const cells = rows.map((cells) => cells[column] ?? "").filter((cell) => cell.trim() !== "");
    return cells.filter(test).length * 2 > cells.length;
  };
  const roles = headings.map(roleOf).map((role, at) => {
    // "Contacto" may be who it is, or the number to call; "Casa" a number or a street; "Prefijo" +34 or Sra.
    if (role === "full") return most(at, isWholeNumber) ? "phone" : role;
    if (role === "place") return isEmpty(at) ? role : most(at, mayHoldPhone) ? "phone" : undefined;
    if (role === "prefix" || role === "country" || role === "area")
      return rows.some((cells) => isDialled(cells[at] ?? "")) ? role : undefined;
    return role;
  });
  const isLoose = (at: number) => roles[at] === "phone" && isAnyNumber(headings[at]!);
  const isSure = roles.some((role, at) => role === "phone" && !isLoose(at));
  return roles.map((role, at) => (isSure && isLoose(at) ? undefined : role));
}
