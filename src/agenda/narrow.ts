import type { Db } from "../sqlite/open.ts";
import type { Found, Known } from "./find.ts";
import { fold } from "./fold.ts";
import { conditionOf, type Terms } from "./search-terms.ts";

// To look at so many takes a few milliseconds; the search table gives more than that as fast.
const few = 5_000;

/**
 * What a search found that this one only makes longer, where it found few: whoever types a search has made it a moment
 * before, and this one finds a part of that. Null where there is none.
 */
export function shorterOne(
  { words, numbers }: Terms,
  search: string,
  byName: boolean,
  known: Known,
): Int32Array | null {
  // "ana 60" finds names alone, and "ana 600" others, by their phones.
  if (numbers.length > 0 && words.length + numbers.length > 1) return null;
  const whole = fold(search);
  for (let end = whole.length - 1; end > 0; end -= 1) {
    const found = known.found.get(keyOf(whole.slice(0, end), byName));
    if (found && "ids" in found) return found.ids.length <= few ? found.ids : null;
  }
  return null;
}

/** Under what a search is known. Whatever its accents and capitals it is one; one of signs alone is as it was typed. */
export const keyOf = (search: string, byName: boolean) =>
  `${byName ? "name" : "id"} ${fold(search) || search}`;

/** Those of the ids that a search finds, in their order. */
export function narrow(db: Db, ids: Int32Array, terms: Terms): Found {
  const found = new Set(onlyExact(db, [...ids], terms));
  return { ids: ids.filter((id) => found.has(id)) };
}

/** Those of the ids whose contacts have exactly what is asked for. */
export function onlyExact(db: Db, ids: readonly number[], terms: Terms): number[] {
  const { sql, values } = conditionOf(terms);
  return db
    .prepare(`SELECT id FROM contact WHERE id IN (SELECT value FROM json_each(?)) AND ${sql}`)
    .pluck()
    .all(JSON.stringify(ids), ...values) as number[];
}
