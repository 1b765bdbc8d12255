import type { Db } from "../sqlite/open.ts";
import type { Known } from "./find.ts";
import { pageSize } from "./list-page.ts";
import { readList } from "./list.ts";

/** What most searches begin with: the first key finds the most, and so takes longest to count. */
const firstKeys = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Searches for each first key before somebody does, one at each step; gives whether more are to come. */
export function searchAhead(db: Db, known: Known): () => boolean {
  let next = 0;
  return () => {
    const search = firstKeys[next];
    if (search === undefined) return false;
    next += 1;
    readList(db, { search, sort: "name" }, 0, pageSize, known);
    return true;
  };
}
