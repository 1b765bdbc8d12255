import type { Db } from "../sqlite/open.ts";
import type { Sort } from "./api-types.ts";
import { contactColumns, type ContactRow } from "./contacts.ts";
import { digitsOf, fold } from "./fold.ts";

export type Listing = { readonly search: string; readonly sort: Sort };

const orders: Readonly<Record<Sort, string>> = {
  name: "folded, id",
  "-name": "folded DESC, id DESC",
  added: "id",
  "-added": "id DESC",
  changed: "changed_at, id",
  "-changed": "changed_at DESC, id DESC",
};

/** A stretch of the list, and how long the whole of it is. */
export function readList(
  db: Db,
  { search, sort }: Listing,
  offset: number,
  limit: number,
): { total: number; rows: ContactRow[] } {
  const { where, values } = condition(search);
  const total = db.prepare(`SELECT count(*) FROM contact WHERE ${where}`).pluck().get(values) as number;
  const rows = db
    .prepare(`SELECT ${contactColumns} FROM contact WHERE ${where} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`)
    .all(values, limit, offset) as ContactRow[];
  return { total, rows };
}

function condition(search: string): { where: string; values: string[] } {
  const parts = ["deleted_at IS NULL"];
  const values: string[] = [];
  for (const word of fold(search).split(" ").filter(Boolean)) {
    const digits = digitsOf(word);
    if (digits === word) {
      parts.push("(instr(digits, ?) OR instr(' ' || folded, ?))");
      values.push(digits, ` ${word}`);
    } else {
      parts.push("instr(' ' || folded, ?)");
      values.push(` ${word}`);
    }
  }
  return { where: parts.join(" AND "), values };
}
