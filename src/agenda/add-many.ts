import type { Db } from "../sqlite/open.ts";
import type { ContactFields } from "./api-types.ts";
import { logAdded, logChange, tally } from "./change-log.ts";
import { digitsOf, fold } from "./fold.ts";
import { isLarge, withoutListIndexes } from "./large-change.ts";

const rowsAtOnce = 200;

/**
 * Adds contacts as one step, all or none; `name` names the step, for example the file they came from. Neither
 * blanks are taken off nor empty ones left out: that is the reader's part. The search table follows in the
 * background (background.ts). Throws what SQLite throws, and then nothing was added.
 */
export function addMany(
  db: Db,
  contacts: readonly ContactFields[],
  name: string,
  now: number,
): { change: number; count: number } | null {
  return db
    .transaction(() => {
      const change = logChange(db, { kind: "import", at: now, count: 0, name });
      const lastId = db
        .prepare("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'contact'")
        .pluck();
      const before = lastId.get() as number;
      const insert = () => insertAll(db, contacts, now);
      const count = isLarge(db, contacts.length) ? withoutListIndexes(db, insert) : insert();
      if (count === 0) {
        db.prepare("DELETE FROM change WHERE id = ?").run(change);
        return null;
      }
      logAdded(db, change, before + 1, lastId.get() as number);
      db.prepare("UPDATE change SET count = ? WHERE id = ?").run(count, change);
      tally(db, count, 0);
      return { change, count };
    })
    .immediate();
}

function insertAll(db: Db, contacts: Iterable<ContactFields>, now: number): number {
  const full = insertOf(db, rowsAtOnce);
  let values: (string | number)[] = [];
  let count = 0;
  for (const { name, phone } of contacts) {
    values.push(name, phone, fold(name), digitsOf(phone), now, now);
    count += 1;
    if (count % rowsAtOnce > 0) continue;
    full.run(values);
    values = [];
  }
  if (values.length > 0) insertOf(db, count % rowsAtOnce).run(values);
  return count;
}

function insertOf(db: Db, rows: number) {
  const places = Array.from({ length: rows }, () => "(?, ?, ?, ?, ?, ?)").join(", ");
  return db.prepare(
    `INSERT INTO contact (name, phone, folded, digits, added_at, changed_at) VALUES ${places}`,
  );
}
