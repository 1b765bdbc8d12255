import type { Db } from "../sqlite/open.ts";
import { counts } from "./change-log.ts";
import type { ContactRow } from "./contacts.ts";
import { fold } from "./fold.ts";
import type { NameOrder } from "./name-order.ts";
import { keyOf, narrow, onlyExact, shorterOne } from "./narrow.ts";
import { waiting } from "./search-index.ts";
import { inOrder } from "./sort-found.ts";
import { conditionOf, matchOf, termsOf, type Terms } from "./search-terms.ts";

/** What was found out since the last change of a contact; forgotten with the next. */
export type Known = {
  order: NameOrder | null;
  /** The page of the list that is likely to be asked for next; only right after a launch. */
  ahead: { readonly asked: string; readonly total: number; readonly rows: ContactRow[] } | null;
  readonly found: Map<string, Found>;
};

/** All that a search finds, in order; or only how many, where they are so many that the list itself is as good. */
export type Found = { readonly ids: Int32Array } | { readonly total: number };

/** Nothing is known. */
export const noneKnown = (): Known => ({ order: null, ahead: null, found: new Map() });

// Up to this many are sorted by asking SQLite for them; with the order of names in memory, many more are.
const few = 5_000;
// Numbers found in so large a part of the list stand everywhere in it: going through it soon meets enough. Not so
// names: all of a million that begin with Z stand at its end.
const largePart = 10;
// Of ids in all that were found, 32 MB; and what each search weighs besides.
const [remembered, weight] = [8_000_000, 1_000];

/** Finds in the order of names, or else in that of their ids. */
export function find(db: Db, search: string, byName: boolean, known: Known): Found {
  const key = keyOf(search, byName);
  const found = known.found.get(key) ?? findNow(db, search, byName, known);
  // What is asked for again becomes the newest.
  known.found.delete(key);
  known.found.set(key, found);
  forgetOldest(known.found);
  return found;
}

// Far enough to meet a page of what a twentieth of the list has, and no further than a millisecond takes.
const looked = 4_000;

/**
 * How many a search finds, where so many do that the first `wanted` stand near the top of the list: then they are
 * read there, and all that are found need not be fetched for them. Null where they do not, or may not.
 */
export function countWhereEarly(db: Db, search: string, wanted: number, known: Known): number | null {
  const terms = termsOf(search);
  const isShort = terms.words.every((word) => word.length <= 4);
  if (
    terms.words.length === 0 ||
    terms.numbers.length > 0 ||
    !isShort ||
    shorterOne(terms, search, true, known) !== null ||
    counts(db).listed < 5 * looked
  )
    return null;
  const key = `early ${fold(search)}`;
  const counted = known.found.get(key);
  if (counted) return "total" in counted ? counted.total : null;
  const late = foundWaiting(db, terms);
  if (late === null) return null;
  const { sql, values } = conditionOf(terms);
  const met = db
    .prepare(
      `SELECT count(*) FROM (
         SELECT folded FROM contact WHERE deleted_at IS NULL ORDER BY folded, id LIMIT ${looked}
       ) WHERE ${sql}`,
    )
    .pluck()
    .get(values) as number;
  if (met < wanted) return null;
  const total = count(db, terms, late);
  known.found.set(key, { total });
  return total;
}

function forgetOldest(found: Map<string, Found>): void {
  const weigh = (each: Found) => weight + ("ids" in each ? each.ids.length : 0);
  let held = 0;
  for (const each of found.values()) held += weigh(each);
  for (const [key, each] of found) {
    if (held <= remembered) return;
    held -= weigh(each);
    found.delete(key);
  }
}

function findNow(db: Db, search: string, byName: boolean, known: Known): Found {
  const terms = termsOf(search);
  // Another process may have brought some in of which the order does not know yet.
  const order = waiting(db).count === 0 ? known.order : null;
  const shorter = shorterOne(terms, search, byName, known);
  if (shorter) return narrow(db, shorter, terms);
  if (terms.signs !== "") return findSigns(db, terms, byName, order);
  const sorted = byName && !order;
  const most = sorted || !isExact(terms) ? few : mostIds(db, terms);
  const late = foundWaiting(db, terms);
  // Counting is half the work of fetching, and fetching too many would be for nothing.
  if (late === null || (isExact(terms) && most < Infinity)) {
    const total = count(db, terms, late);
    if (late === null || total > most) return { total };
  }
  const ids = matching(db, terms, most < Infinity ? most + 1 : -1);
  if (ids.length > most) return { total: count(db, terms, late) };
  const exact = isExact(terms) ? ids : onlyExact(db, ids, terms);
  return { ids: inOrder(db, exact.concat(late), byName, order) };
}

// So many are gone through in a millisecond.
const fewWaiting = 2_000;

/** What a search finds among those that the search table does not have yet; null where they are too many to look at. */
function foundWaiting(db: Db, terms: Terms): number[] | null {
  const late = waiting(db);
  if (late.count === 0) return [];
  if (late.count > fewWaiting) return null;
  const { sql, values } = conditionOf(terms);
  return db
    .prepare(`SELECT id FROM contact NOT INDEXED WHERE id > ? AND deleted_at IS NULL AND ${sql} ORDER BY id`)
    .pluck()
    .all(late.after, ...values) as number[];
}

// Handed over as one text: a row for each takes half as long again.
function matching(db: Db, terms: Terms, most: number): number[] {
  const found = db
    .prepare("SELECT json_group_array(rowid) FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)")
    .pluck()
    .get(matchOf(terms), most) as string;
  return JSON.parse(found) as number[];
}

// No table has the signs: all contacts are read once, in the order they lie in the file.
function findSigns(db: Db, terms: Terms, byName: boolean, order: NameOrder | null): Found {
  const { sql, values } = conditionOf(terms);
  const ids = db
    .prepare(`SELECT id FROM contact NOT INDEXED WHERE deleted_at IS NULL AND ${sql} ORDER BY id`)
    .pluck()
    .all(values) as number[];
  return byName && !order && ids.length > few
    ? { total: ids.length }
    : { ids: inOrder(db, ids, byName, order) };
}

function mostIds(db: Db, { words }: Terms): number {
  return words.length > 0 ? Infinity : Math.max(few, counts(db).listed / largePart);
}

// The search table knows digits three by three: more of them need not stand in one place.
function isExact({ numbers }: Terms): boolean {
  return numbers.every(({ digits }) => digits.length <= 3);
}

/** How many a search finds; `late` are those that the search table does not have yet, null where they are very many. */
function count(db: Db, terms: Terms, late: readonly number[] | null): number {
  if (late !== null && isExact(terms)) {
    const found = db.prepare("SELECT count(*) FROM search WHERE search MATCH ?").pluck();
    return (found.get(matchOf(terms)) as number) + late.length;
  }
  const { sql, values } = conditionOf(terms);
  return db
    .prepare(`SELECT count(*) FROM contact WHERE deleted_at IS NULL AND ${sql}`)
    .pluck()
    .get(values) as number;
}
