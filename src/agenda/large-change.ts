import type { Db } from "../sqlite/open.ts";
import { counts } from "./change-log.ts";

const listIndexes = ["contact_by_name", "contact_by_digits"];

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
  const sqlOf = db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?").pluck();
  const made = listIndexes.map((name) => sqlOf.get(name) as string);
  for (const name of listIndexes) db.exec(`DROP INDEX ${name}`);
  return () => {
    for (const sql of made) db.exec(sql);
  };
}
