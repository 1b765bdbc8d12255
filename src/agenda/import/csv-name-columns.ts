import type { Columns } from "./csv-columns.ts";
import type { Role } from "./heading-words.ts";

/** The columns with these roles, in the order of the roles. */
export type At = (...wanted: Role[]) => readonly number[];

/**
 * The columns of names. "Nombre" is a whole name, unless there is "Apellidos" beside it and nothing else for a first
 * name; "Nom" and "Name" are last names where "Prénom" and "Vorname" are beside them, which they do not hold.
 */
export function namesIn(at: At, rows: readonly (readonly string[])[]): Pick<Columns, "full" | "parts"> {
  const lasts = at("last", "second-last");
  const [first] = at("first");
  const [name] = at("name");
  if (first === undefined && at("middle").length + lasts.length > 0)
    return { full: at("full"), parts: at("name", "middle", "last", "second-last") };
  const isLast =
    first !== undefined && name !== undefined && lasts.length === 0 && isApart(rows, first, name);
  if (isLast) return { full: at("full"), parts: at("first", "middle", "name") };
  return { full: at("full", "name"), parts: at("first", "middle", "last", "second-last") };
}

// Whether most of the names lack the first name.
function isApart(rows: readonly (readonly string[])[], first: number, name: number): boolean {
  const both = rows.filter((cells) => cells[first]?.trim() && cells[name]?.trim());
  const apart = both.filter((cells) => !cells[name]!.includes(cells[first]!.trim()));
  return apart.length * 2 > both.length;
}

/** Whether most rows have a company or the like: then no unknown column need be taken for a name. */
export function isFilled(rows: readonly (readonly string[])[], columns: readonly number[]): boolean {
  const isWord = (cell = "") => /\p{L}/u.test(cell) && !cell.includes("@");
  return rows.filter((cells) => columns.some((at) => isWord(cells[at]))).length * 2 > rows.length;
}
