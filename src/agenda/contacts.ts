import { AppError } from "../app-error.ts";
import { text } from "../locales/agenda.ts";
import type { Db } from "../sqlite/open.ts";
import { prepared } from "../sqlite/prepared.ts";
import type { ContactFields } from "./api-types.ts";
import { changeOfKey, logChange, tally } from "./change-log.ts";
import { digitsOf, fold } from "./fold.ts";
import { forgetDraft } from "./kept.ts";
import { indexAgain, unindex } from "./search-index.ts";
import { trimmed } from "./trimmed.ts";

/** A contact as it is stored; times are UTC milliseconds. */
export type ContactRow = {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  readonly folded: string;
  readonly digits: string;
  readonly added_at: number;
  readonly changed_at: number;
  readonly deleted_at: number | null;
};

/** The columns of a `ContactRow`, for a SELECT. */
export const contactColumns = "id, name, phone, folded, digits, added_at, changed_at, deleted_at";

/**
 * A name and a phone without the blanks around them, which nobody means.
 * @throws AppError `empty` where nothing is left.
 */
export function tidy(fields: ContactFields): ContactFields {
  const [name, phone] = [trimmed(fields.name), trimmed(fields.phone)];
  if (!name && !phone) throw new AppError("empty", text().emptyContact, text().emptyContactHint);
  return { name, phone };
}

/** One contact, in the list or in the bin, or undefined. */
export function findContact(db: Db, id: number): ContactRow | undefined {
  return db.prepare(`SELECT ${contactColumns} FROM contact WHERE id = ?`).get(id) as ContactRow | undefined;
}

/**
 * One contact of the list.
 * @throws AppError `no-contact` where it is not in the list.
 */
export function listedContact(db: Db, id: number): ContactRow {
  const row = findContact(db, id);
  if (row?.deleted_at === null) return row;
  throw new AppError("no-contact", text().noContact, text().noContactHint);
}

/** Those of these ids that no contact of the list has. */
export function goneOf(db: Db, ids: readonly number[]): number[] {
  return db
    .prepare(
      "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM contact WHERE id = value AND deleted_at IS NULL)",
    )
    .pluck()
    .all(JSON.stringify(ids)) as number[];
}

/**
 * Adds a contact and, in the same commit, lets go of the draft it came from. Made again with the same draft
 * it adds nothing and gives what was added the first time.
 */
export function addContact(
  db: Db,
  fields: ContactFields,
  draft: string | undefined,
  now: number,
): { id: number; change: number } {
  const { name, phone } = tidy(fields);
  return db
    .transaction(() => {
      const earlier = draft === undefined ? null : changeOfKey(db, draft);
      if (earlier) return earlier;
      const { lastInsertRowid } = prepared(
        db,
        "INSERT INTO contact (name, phone, folded, digits, added_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
      ).run(name, phone, fold(name), digitsOf(phone), now, now);
      const id = Number(lastInsertRowid);
      const step = { at: now, count: 1, name: name || phone, key: draft, added: { first: id, last: id } };
      const change = logChange(db, { kind: "add", ...step });
      tally(db, 1, 0);
      if (draft !== undefined) forgetDraft(db, draft);
      return { id, change };
    })
    .immediate();
}

/**
 * Changes a contact's name and phone, and gives the change.
 * @throws AppError `no-contact` where it is not in the list.
 */
export function editContact(db: Db, id: number, fields: ContactFields, now: number): number {
  const { name, phone } = tidy(fields);
  return db
    .transaction(() => {
      const change = logChange(db, { kind: "edit", at: now, count: 1, name: name || phone });
      writeFields(db, listedContact(db, id), { name, phone }, change, now);
      return change;
    })
    .immediate();
}

/**
 * Writes name and phone and what is derived from them, and keeps what they were for `change` to be undone; where it is
 * being undone, to be done again.
 */
export function writeFields(
  db: Db,
  row: ContactRow,
  fields: ContactFields,
  change: number,
  now: number,
): void {
  const [folded, digits] = [fold(fields.name), digitsOf(fields.phone)];
  db.prepare("INSERT OR REPLACE INTO former VALUES (?, ?, ?, ?)").run(change, row.id, row.name, row.phone);
  db.prepare(
    "UPDATE contact SET name = ?, phone = ?, folded = ?, digits = ?, changed_at = ? WHERE id = ?",
  ).run(fields.name, fields.phone, folded, digits, now, row.id);
  if (row.deleted_at !== null) return;
  unindex(db, row.id);
  indexAgain(db, row.id, folded, digits);
}
