import type { Db } from "../sqlite/open.ts";
import { logChange, tally } from "./change-log.ts";
import { isLarge, takeListIndexesAway } from "./large-change.ts";

export type Added = { readonly change: number; readonly count: number };

const rowsAtOnce = 20_000;

/**
 * Adds the contacts of the table `found` as one step, in small ones, each of which gives how many contacts are
 * in; `name` names the step, for example the file they came from. Begin the transaction before, and end it
 * after. Neither blanks are taken off nor empty ones left out: that is the reader's part. The search table
 * follows in the background (background.ts). Throws what SQLite throws: then take everything back.
 */
export function* adding(db: Db, name: string, now: number): Generator<number, Added | null> {
  const count = (db.prepare("SELECT max(rowid) FROM found").pluck().get() as number | null) ?? 0;
  if (count === 0) return null;
  const bringIndexesBack = isLarge(db, count) ? takeListIndexesAway(db) : () => {};
  const insert = db.prepare(
    `INSERT INTO contact (name, phone, folded, digits, added_at, changed_at)
      SELECT name, phone, folded, digits, :now, :now FROM found
      WHERE rowid > :from AND rowid <= :from + ${rowsAtOnce} ORDER BY rowid`,
  );
  for (let from = 0; from < count; from += rowsAtOnce) {
    insert.run({ now, from });
    yield Math.min(count, from + rowsAtOnce);
  }
  bringIndexesBack();
  const last = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'contact'").pluck().get() as number;
  const added = { first: last - count + 1, last };
  const change = logChange(db, { kind: "import", at: now, count, name, added });
  tally(db, count, 0);
  return { change, count };
}
