import type { Db } from "../sqlite/open.ts";
import type { ContactFields } from "./api-types.ts";
import { logAdded, logChange, tally } from "./change-log.ts";
import { digitsOf, fold } from "./fold.ts";
import { isLarge, takeListIndexesAway } from "./large-change.ts";

/** A contact to add; whoever has already worked out what is derived from its fields gives that along. */
export type Addition = ContactFields & { readonly folded?: string; readonly digits?: string };

export type Added = { readonly change: number; readonly count: number };

const rowsAtOnce = 200;

/**
 * Adds contacts as one step, all or none; `name` names the step, for example the file they came from. Neither
 * blanks are taken off nor empty ones left out: that is the reader's part. The search table follows in the
 * background (background.ts). Throws what SQLite throws, and then nothing was added.
 */
export function addMany(db: Db, contacts: readonly Addition[], name: string, now: number): Added | null {
  return db
    .transaction(() => {
      const work = adding(db, contacts, name, now);
      let step = work.next();
      while (!step.done) step = work.next();
      return step.value;
    })
    .immediate();
}

/**
 * The same in small steps, each of which gives how many contacts are in: for whoever wants to do something
 * between them. Begin the transaction before, and end it after.
 */
export function* adding(
  db: Db,
  contacts: readonly Addition[],
  name: string,
  now: number,
): Generator<number, Added | null> {
  if (contacts.length === 0) return null;
  const change = logChange(db, { kind: "import", at: now, count: contacts.length, name });
  const bringIndexesBack = isLarge(db, contacts.length) ? takeListIndexesAway(db) : () => {};
  yield* inserting(db, contacts, now);
  bringIndexesBack();
  const last = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'contact'").pluck().get() as number;
  logAdded(db, change, last - contacts.length + 1, last);
  tally(db, contacts.length, 0);
  return { change, count: contacts.length };
}

function* inserting(db: Db, contacts: readonly Addition[], now: number): Generator<number> {
  let insert = insertOf(db, rowsAtOnce, now);
  for (let from = 0; from < contacts.length; from += rowsAtOnce) {
    const some = contacts.slice(from, from + rowsAtOnce);
    if (some.length < rowsAtOnce) insert = insertOf(db, some.length, now);
    const values: string[] = [];
    for (const { name, phone, folded = fold(name), digits = digitsOf(phone) } of some) {
      values.push(name, phone, folded, digits);
    }
    insert.run(values);
    yield from + some.length;
  }
}

function insertOf(db: Db, rows: number, now: number) {
  const places = Array.from({ length: rows }, () => `(?, ?, ?, ?, ${now}, ${now})`).join(", ");
  return db.prepare(
    `INSERT INTO contact (name, phone, folded, digits, added_at, changed_at) VALUES ${places}`,
  );
}
