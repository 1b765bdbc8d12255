import type { Db } from "../sqlite/open.ts";
import type { ContactFields } from "./api-types.ts";
import { toBin } from "./bin.ts";
import { logChange } from "./change-log.ts";
import { contactColumns, listedContact, tidy, writeFields, type ContactRow } from "./contacts.ts";
import { digitsOf, fold } from "./fold.ts";

export type Group = { readonly why: "phone" | "name"; readonly rows: readonly ContactRow[] };

/** Up to `most` listed contacts with the same phone or, without regard to case and accents, the same name. */
export function likely(db: Db, fields: ContactFields, except: number, most: number): ContactRow[] {
  const rows = db
    .prepare(
      `SELECT ${contactColumns} FROM (
         SELECT * FROM contact WHERE deleted_at IS NULL AND digits <> '' AND digits = :digits
         UNION SELECT * FROM contact WHERE deleted_at IS NULL AND folded = :folded AND folded <> ''
       ) WHERE id <> :except ORDER BY digits = :digits DESC, id LIMIT :most`,
    )
    .all({ digits: digitsOf(fields.phone), folded: fold(fields.name), except, most });
  return rows as ContactRow[];
}

/** A stretch of the groups of contacts that look like one person, and how many groups there are. */
export function duplicateGroups(db: Db, offset: number, limit: number): { total: number; groups: Group[] } {
  const keys = db
    .prepare(
      `SELECT 'phone' AS why, digits AS key FROM contact WHERE deleted_at IS NULL AND digits <> '' GROUP BY digits HAVING count(*) > 1
       UNION ALL
       SELECT 'name', folded FROM contact WHERE deleted_at IS NULL AND folded <> '' GROUP BY folded
        HAVING count(*) > 1 AND NOT (min(digits) = max(digits) AND min(digits) <> '')`,
    )
    .all() as { why: "phone" | "name"; key: string }[];
  const groups = keys
    .slice(offset, offset + limit)
    .map(({ why, key }) => ({ why, rows: groupOf(db, why, key) }));
  return { total: keys.length, groups };
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
      toBin(db, gone, change, now);
      return change;
    })
    .immediate();
}

// A list of thousands with one number (a switchboard's) is shown as far as anybody reads.
const shownOfGroup = 50;

function groupOf(db: Db, why: Group["why"], key: string): ContactRow[] {
  const column = why === "phone" ? "digits" : "folded";
  const rows = db
    .prepare(
      `SELECT ${contactColumns} FROM contact WHERE deleted_at IS NULL AND ${column} = ? AND ${column} <> '' ORDER BY id LIMIT ?`,
    )
    .all(key, shownOfGroup);
  return rows as ContactRow[];
}
