import type { Db } from "../sqlite/open.ts";
import type { Sort } from "./api-types.ts";
import { counts } from "./change-log.ts";
import { contactColumns, type ContactRow } from "./contacts.ts";
import { countWhereEarly, find, noneKnown, type Known } from "./find.ts";
import { conditionOf, termsOf } from "./search-terms.ts";

/** Which contacts, in which order. */
export type Listing = { readonly search: string; readonly sort: Sort };

type Way = { readonly order: string; readonly before: string; readonly backwards: Sort };

const ways: Readonly<Record<Sort, Way>> = {
  name: { order: "folded, id", before: "(folded, id) < (:folded, :id)", backwards: "-name" },
  "-name": { order: "folded DESC, id DESC", before: "(folded, id) > (:folded, :id)", backwards: "name" },
  added: { order: "id", before: "id < :id", backwards: "-added" },
  "-added": { order: "id DESC", before: "id > :id", backwards: "added" },
};

/** A stretch of a listing, told from any other. */
export function askedAs({ search, sort }: Listing, offset: number, limit: number): string {
  return `${sort} ${offset} ${limit} ${search}`;
}

/** A stretch of the list, and how long the whole of it is. `known` is what was found out since the last change. */
export function readList(
  db: Db,
  listing: Listing,
  offset: number,
  limit: number,
  known: Known = noneKnown(),
): { total: number; rows: ContactRow[] } {
  if (known.ahead?.asked === askedAs(listing, offset, limit)) return known.ahead;
  const { search, sort } = listing;
  const { sql, values } = conditionOf(termsOf(search));
  const byName = sort.endsWith("name");
  const inOrder = (ids: Int32Array) => ({
    total: ids.length,
    rows: readIds(db, cut(ids, sort.startsWith("-"), offset, limit), sort),
  });
  if (!sql) {
    if (byName && known.order) return inOrder(known.order.ids);
    const { listed } = counts(db);
    return { total: listed, rows: stretch(db, "", [], sort, offset, limit, listed) };
  }
  const early = sort === "name" ? countWhereEarly(db, search, offset + limit, known) : null;
  if (early !== null) {
    return { total: early, rows: stretch(db, `AND ${sql}`, values, sort, offset, limit, early) };
  }
  const found = find(db, search, byName, known);
  if ("ids" in found) return inOrder(found.ids);
  return { total: found.total, rows: stretch(db, `AND ${sql}`, values, sort, offset, limit, found.total) };
}

/** All ids that a search finds, in the order of names, but these; "" finds all. */
export function findAll(db: Db, search: string, but: readonly number[] = []): number[] {
  const { sql, values } = conditionOf(termsOf(search));
  const found = db
    .prepare(`SELECT id FROM contact WHERE deleted_at IS NULL ${sql && `AND ${sql}`} ORDER BY folded, id`)
    .pluck()
    .all(values) as number[];
  const spared = new Set(but);
  return spared.size > 0 ? found.filter((id) => !spared.has(id)) : found;
}

/** How many contacts of a listing come before this one; null where it is not one of them. */
export function placeOf(
  db: Db,
  row: ContactRow,
  { search, sort }: Listing,
  known: Known = noneKnown(),
): number | null {
  const { sql, values } = conditionOf(termsOf(search));
  const rank = known.order?.rankOf[row.id];
  if (!sql && rank !== undefined && rank >= 0 && sort === "name") return rank;
  const where = `deleted_at IS NULL ${sql && `AND ${sql}`}`;
  const among = db.prepare(`SELECT 1 FROM contact WHERE id = ? AND ${where}`).get(row.id, ...values);
  if (among === undefined) return null;
  return db
    .prepare(`SELECT count(*) FROM contact WHERE ${where} AND ${ways[sort].before}`)
    .pluck()
    .get(values, { folded: row.folded, id: row.id }) as number;
}

function cut(ids: Int32Array, backwards: boolean, offset: number, limit: number): Int32Array {
  if (!backwards) return ids.subarray(offset, offset + limit);
  const end = Math.max(0, ids.length - offset);
  return ids.subarray(Math.max(0, end - limit), end);
}

function readIds(db: Db, ids: Int32Array, sort: Sort): ContactRow[] {
  return db
    .prepare(
      `SELECT ${contactColumns} FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY ${ways[sort].order}`,
    )
    .all(JSON.stringify([...ids])) as ContactRow[];
}

// Skipping rows costs time for each: what lies beyond the middle is read from the other end.
function stretch(
  db: Db,
  where: string,
  values: readonly string[],
  sort: Sort,
  offset: number,
  limit: number,
  total: number,
): ContactRow[] {
  const size = Math.max(0, Math.min(limit, total - offset));
  const fromEnd = offset > total / 2;
  const way = ways[fromEnd ? ways[sort].backwards : sort];
  const rows = db
    .prepare(
      `SELECT ${contactColumns} FROM contact WHERE id IN (
         SELECT id FROM contact WHERE deleted_at IS NULL ${where} ORDER BY ${way.order} LIMIT ? OFFSET ?
       ) ORDER BY ${ways[sort].order}`,
    )
    .all(values, size, fromEnd ? total - offset - size : offset);
  return rows as ContactRow[];
}
