import type { Db } from "../sqlite/open.ts";
import type { ContactFields } from "./api-types.ts";
import { firstNotApart, readApart, type Apart } from "./apart.ts";
import { toBin } from "./bin.ts";
import { logChange } from "./change-log.ts";
import { contactColumns, listedContact, tidy, writeFields, type ContactRow } from "./contacts.ts";
import { fold } from "./fold.ts";
import type { HomeNumbers } from "./home-numbers.ts";
import { keepMoved } from "./moves.ts";

export type Group = { readonly why: "phone" | "name"; readonly rows: readonly ContactRow[] };

/**
 * Up to `most` listed contacts with the same phone or, without regard to case and accents, the same name, but none
 * that the contact `except` was told apart from.
 */
export function likely(
  db: Db,
  { name, phone }: ContactFields,
  except: number,
  most: number,
  home: HomeNumbers,
): ContactRow[] {
  knowTelling(db, home);
  const telling = home.telling(phone);
  const rows = db
    .prepare(
      `SELECT ${contactColumns} FROM (
         SELECT * FROM contact WHERE ${withPhone}
         UNION SELECT * FROM contact WHERE deleted_at IS NULL AND folded = :folded AND folded <> ''
       ) WHERE id <> :except AND id NOT IN (SELECT value FROM json_each(:apart))
        ORDER BY telling(phone) = :telling DESC, id LIMIT :most`,
    )
    .all({
      telling,
      written: writtenAs(home, telling),
      folded: fold(name),
      except,
      apart: JSON.stringify([...readApart(db, except).from(except)]),
      most,
    });
  return rows as ContactRow[];
}

/** A stretch of the groups of contacts that look like one person and were not told apart, and how many groups there are. */
export function duplicateGroups(
  db: Db,
  offset: number,
  limit: number,
  home: HomeNumbers,
): { total: number; groups: Group[] } {
  knowTelling(db, home);
  // Phones are read in the order they lie in the file: to look each up from an index takes three times as long.
  const keys = db
    .prepare(
      `SELECT 'phone' AS why, telling(phone) AS key FROM contact NOT INDEXED
        WHERE deleted_at IS NULL AND digits <> '' GROUP BY key HAVING count(*) > 1
       UNION ALL
       SELECT 'name', folded FROM contact AS one WHERE deleted_at IS NULL AND folded <> '' GROUP BY folded
        HAVING count(*) > 1 AND NOT (
          SELECT min(telling(phone)) = max(telling(phone)) AND min(digits) <> ''
            FROM contact WHERE deleted_at IS NULL AND folded = one.folded)`,
    )
    .all() as { why: Group["why"]; key: string }[];
  const apart = readApart(db);
  const touched = new Set(
    apart.rows.flatMap((row) => [`phone ${home.telling(row.phone)}`, `name ${row.folded}`]),
  );
  const groupOf = ({ why, key }: (typeof keys)[number]) => rowsOf(db, why, key, home, apart);
  const open = keys.filter((each) => !touched.has(`${each.why} ${each.key}`) || groupOf(each).length > 0);
  const groups = open
    .slice(offset, offset + limit)
    .map((each): Group => ({ why: each.why, rows: groupOf(each) }));
  return { total: open.length, groups };
}

/** Keeps one contact under the given fields and puts the others into the bin, as one step. */
export function mergeContacts(
  db: Db,
  keep: number,
  others: readonly number[],
  fields: ContactFields,
  now: number,
): number {
  const { name, phone } = tidy(fields);
  return db
    .transaction(() => {
      const kept = listedContact(db, keep);
      const gone = others.filter((id) => id !== keep);
      for (const id of gone) listedContact(db, id);
      const change = logChange(db, { kind: "merge", at: now, count: gone.length + 1, name: name || phone });
      writeFields(db, kept, { name, phone }, change, now);
      keepMoved(db, change, toBin(db, gone, change, now));
      return change;
    })
    .immediate();
}

// A list of thousands with one number (a switchboard's) is shown as far as anybody reads.
const shownOfGroup = 50;

function rowsOf(db: Db, why: Group["why"], key: string, home: HomeNumbers, apart: Apart): ContactRow[] {
  const where = why === "phone" ? withPhone : "deleted_at IS NULL AND folded = :telling AND folded <> ''";
  const rows = db
    .prepare(`SELECT ${contactColumns} FROM contact WHERE ${where} ORDER BY id LIMIT :most`)
    .all({ telling: key, written: writtenAs(home, key), most: shownOfGroup + apart.rows.length });
  return firstNotApart(rows as ContactRow[], apart, shownOfGroup);
}

// The listed contacts with these telling digits, found by all the digits that they may be written with.
const withPhone = `deleted_at IS NULL AND digits <> '' AND telling(phone) = :telling
  AND digits IN (SELECT value FROM json_each(:written))`;

const writtenAs = (home: HomeNumbers, telling: string) => JSON.stringify(home.written(telling));

// The country may have changed since the last time.
function knowTelling(db: Db, { telling }: HomeNumbers): void {
  db.function("telling", { deterministic: true }, telling as (phone: unknown) => string);
}
