import type { Db } from "../sqlite/open.ts";
import { counts } from "./change-log.ts";
import type { NameOrder } from "./name-order.ts";
import { isIndexed } from "./search-index.ts";
import { conditionOf, matchOf, termsOf, type Terms } from "./search-terms.ts";

/** What was found out since the last change of a contact; forgotten with the next. */
export type Known = {
  order: NameOrder | null;
  readonly found: Map<string, Found>;
};

/** All that a search finds, in order; or only how many, where they are so many that the list itself is as good. */
export type Found = { readonly ids: Int32Array } | { readonly total: number };

/** Nothing is known. */
export const noneKnown = (): Known => ({ order: null, found: new Map() });

// Up to this many are sorted by asking SQLite for them; with the order of names in memory, many more are.
const few = 5_000;
// So large a part of the list that going through it in its order soon meets enough.
const largePart = 10;
const remembered = 50;

/** Finds in the order of names, or else in that of their ids. */
export function find(db: Db, search: string, byName: boolean, known: Known): Found {
  const key = `${byName ? "name" : "id"} ${search}`;
  const before = known.found.get(key);
  if (before) return before;
  const terms = termsOf(search);
  const ids = isIndexed(db) ? findIds(db, terms, byName, known.order) : null;
  const found = ids ? { ids } : { total: count(db, terms) };
  if (known.found.size >= remembered) known.found.clear();
  known.found.set(key, found);
  return found;
}

function findIds(db: Db, terms: Terms, byName: boolean, order: NameOrder | null): Int32Array | null {
  const sorted = byName && !order;
  const most = sorted || !isExact(terms) ? few : Math.max(few, counts(db).listed / largePart);
  const ids = db
    .prepare("SELECT rowid FROM search WHERE search MATCH ? LIMIT ?")
    .pluck()
    .all(matchOf(terms), most + 1) as number[];
  if (ids.length > most) return null;
  const exact = isExact(terms) ? ids : onlyExact(db, ids, terms);
  if (!byName) return Int32Array.from(exact);
  return order ? sortByRank(exact, order) : sortByName(db, exact);
}

function sortByRank(found: readonly number[], { ids, rankOf }: NameOrder): Int32Array {
  const ranks = Int32Array.from(found, (id) => rankOf[id]!).sort();
  return ranks.map((rank) => ids[rank]!);
}

function sortByName(db: Db, ids: readonly number[]): Int32Array {
  const sorted = db
    .prepare("SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded, id")
    .pluck()
    .all(JSON.stringify(ids)) as number[];
  return Int32Array.from(sorted);
}

// The search table knows digits three by three: more of them need not stand in one place.
function isExact({ numbers }: Terms): boolean {
  return numbers.every(({ digits }) => digits.length <= 3);
}

function onlyExact(db: Db, ids: readonly number[], terms: Terms): number[] {
  const { sql, values } = conditionOf(terms);
  const exact = db.prepare(`SELECT 1 FROM contact WHERE id = ? AND ${sql}`);
  return ids.filter((id) => exact.get(id, ...values) !== undefined);
}

function count(db: Db, terms: Terms): number {
  if (isIndexed(db) && isExact(terms)) {
    return db
      .prepare("SELECT count(*) FROM search WHERE search MATCH ?")
      .pluck()
      .get(matchOf(terms)) as number;
  }
  const { sql, values } = conditionOf(terms);
  return db
    .prepare(`SELECT count(*) FROM contact WHERE deleted_at IS NULL AND ${sql}`)
    .pluck()
    .get(values) as number;
}
