import type { Db } from "../sqlite/open.ts";
import type { Sort } from "./api-types.ts";
import { counts } from "./change-log.ts";
import { contactColumns, type ContactRow } from "./contacts.ts";
import { isIndexed } from "./search-index.ts";
import { conditionOf, matchOf, termsOf, type Terms } from "./search-terms.ts";

/** Which contacts, in which order. */
export type Listing = { readonly search: string; readonly sort: Sort };

/** How many contacts a listing has in all, kept until a contact changes. */
export type Totals = Map<string, number>;

type Way = { readonly order: string; readonly before: string; readonly backwards: Sort };

const ways: Readonly<Record<Sort, Way>> = {
  name: { order: "folded, id", before: "(folded, id) < (:folded, :id)", backwards: "-name" },
  "-name": { order: "folded DESC, id DESC", before: "(folded, id) > (:folded, :id)", backwards: "name" },
  added: { order: "id", before: "id < :id", backwards: "-added" },
  "-added": { order: "id DESC", before: "id > :id", backwards: "added" },
};

// Up to this many, all that is found can be sorted at once. Beyond, so large a part of the contacts is found
// that going through them in order soon meets enough.
const few = 5_000;

/** A stretch of the list, and how long the whole of it is. */
export function readList(
  db: Db,
  listing: Listing,
  offset: number,
  limit: number,
  totals: Totals,
): { total: number; rows: ContactRow[] } {
  const terms = termsOf(listing.search);
  if (terms.words.length === 0 && terms.numbers.length === 0) {
    const { listed } = counts(db);
    return { total: listed, rows: stretch(db, "", [], listing.sort, offset, limit, listed) };
  }
  const found = isIndexed(db) ? findFew(db, terms) : null;
  if (found) return { total: found.length, rows: sortFew(db, found, listing.sort, offset, limit) };
  const { sql, values } = conditionOf(terms);
  const total = remembered(totals, listing.search, () => countMany(db, terms));
  return { total, rows: stretch(db, `AND ${sql}`, values, listing.sort, offset, limit, total) };
}

/** All ids that a search finds; "" finds all. */
export function findAll(db: Db, search: string): number[] {
  const { sql, values } = conditionOf(termsOf(search));
  return db
    .prepare(`SELECT id FROM contact WHERE deleted_at IS NULL ${sql && `AND ${sql}`} ORDER BY folded, id`)
    .pluck()
    .all(values) as number[];
}

/** How many contacts of a listing come before this one; null where it is not one of them. */
export function placeOf(db: Db, row: ContactRow, { search, sort }: Listing): number | null {
  const { sql, values } = conditionOf(termsOf(search));
  const where = `deleted_at IS NULL ${sql && `AND ${sql}`}`;
  const among = db.prepare(`SELECT 1 FROM contact WHERE id = ? AND ${where}`).get(row.id, ...values);
  if (among === undefined) return null;
  return db
    .prepare(`SELECT count(*) FROM contact WHERE ${where} AND ${ways[sort].before}`)
    .pluck()
    .get(values, { folded: row.folded, id: row.id }) as number;
}

function findFew(db: Db, terms: Terms): number[] | null {
  const ids = db
    .prepare("SELECT rowid FROM search WHERE search MATCH ? LIMIT ?")
    .pluck()
    .all(matchOf(terms), few + 1) as number[];
  if (ids.length > few) return null;
  if (terms.numbers.every(({ digits }) => digits.length <= 3)) return ids;
  const { sql, values } = conditionOf(terms);
  const exact = db.prepare(`SELECT 1 FROM contact WHERE id = ? AND ${sql}`);
  return ids.filter((id) => exact.get(id, ...values) !== undefined);
}

function sortFew(db: Db, ids: number[], sort: Sort, offset: number, limit: number): ContactRow[] {
  return db
    .prepare(
      `SELECT ${contactColumns} FROM contact WHERE id IN (SELECT value FROM json_each(?))
        ORDER BY ${ways[sort].order} LIMIT ? OFFSET ?`,
    )
    .all(JSON.stringify(ids), limit, offset) as ContactRow[];
}

function countMany(db: Db, terms: Terms): number {
  const { sql, values } = conditionOf(terms);
  // The search table is the faster one, where its answer is exact.
  if (isIndexed(db) && terms.numbers.every(({ digits }) => digits.length <= 3)) {
    return db
      .prepare("SELECT count(*) FROM search WHERE search MATCH ?")
      .pluck()
      .get(matchOf(terms)) as number;
  }
  return db
    .prepare(`SELECT count(*) FROM contact WHERE deleted_at IS NULL AND ${sql}`)
    .pluck()
    .get(values) as number;
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

function remembered(totals: Totals, search: string, count: () => number): number {
  const known = totals.get(search);
  if (known !== undefined) return known;
  if (totals.size > 100) totals.clear();
  const total = count();
  totals.set(search, total);
  return total;
}
