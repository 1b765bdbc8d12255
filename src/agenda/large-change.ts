import type { Db } from "../sqlite/open.ts";
import { counts } from "./change-log.ts";

const listIndexes = ["contact_by_name", "contact_by_digits"];

// SQLite sorts as much at once as the cache of `main` has room for, whichever database the index is in. What the
// processor's own cache holds too is sorted twice as fast.
const sortedAtOnce = -1_024;

// Below this many rows, keeping the indexes in step is the faster way whatever the size of the list.
const large = 20_000;

/** Whether a change of so many rows is large beside the contacts there are. */
export function isLarge(db: Db, rows: number): boolean {
  const { listed, binned } = counts(db);
  return rows > large && rows > (listed + binned) / 5;
}

/**
 * Does a change of very many rows without keeping the list's indexes in step row by row: they are made anew at
 * its end, eight times as fast. Call it inside the transaction of the change.
 */
export function withoutListIndexes<T>(db: Db, work: () => T): T {
  const bringBack = takeListIndexesAway(db);
  const result = work();
  bringBack();
  return result;
}

/** The same in two halves: takes the list's indexes away, and gives what makes them anew. */
export function takeListIndexesAway(db: Db): () => void {
  const schema = db.prepare("SELECT schema FROM pragma_table_list('contact')").pluck().get() as string;
  const sqlOf = db
    .prepare(`SELECT sql FROM ${schema}.sqlite_schema WHERE type = 'index' AND name = ?`)
    .pluck();
  const made = listIndexes.map((name) => sqlOf.get(name) as string);
  for (const name of listIndexes) db.exec(`DROP INDEX ${schema}.${name}`);
  return () => {
    const usual = db.pragma("main.cache_size", { simple: true }) as number;
    db.pragma(`main.cache_size = ${sortedAtOnce}`);
    for (const sql of made) db.exec(sql.replace("CREATE INDEX ", `CREATE INDEX ${schema}.`));
    db.pragma(`main.cache_size = ${usual}`);
  };
}
