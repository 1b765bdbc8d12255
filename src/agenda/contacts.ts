import { AppError } from "../app-error.ts";
import { text } from "../locales/agenda.ts";
import type { Db } from "../sqlite/open.ts";
import type { ContactFields } from "./api-types.ts";
import { changeOfKey, logChange, tally } from "./change-log.ts";
import { digitsOf, fold } from "./fold.ts";
import { forgetDraft } from "./kept.ts";

/** A contact as it is stored; times are UTC milliseconds. */
export type ContactRow = {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  readonly added_at: number;
  readonly changed_at: number;
  readonly deleted_at: number | null;
};

export const contactColumns = "id, name, phone, added_at, changed_at, deleted_at";

/** A name and a phone without the blanks around them, which nobody means. */
export function tidy(fields: ContactFields): ContactFields {
  const [name, phone] = [fields.name.trim(), fields.phone.trim()];
  if (!name && !phone) throw new AppError("empty", text().emptyContact, text().emptyContactHint);
  return { name, phone };
}

/** One contact, in the list or in the bin, or undefined. */
export function findContact(db: Db, id: number): ContactRow | undefined {
  return db.prepare(`SELECT ${contactColumns} FROM contact WHERE id = ?`).get(id) as ContactRow | undefined;
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
      if (earlier !== null) {
        return {
          id: db.prepare("SELECT id FROM contact WHERE added_by = ?").pluck().get(earlier) as number,
          change: earlier,
        };
      }
      const change = logChange(db, { kind: "add", at: now, count: 1, name, key: draft });
      const id = insertContact(db, { name, phone }, change, now);
      tally(db, 1, 0);
      if (draft !== undefined) forgetDraft(db, draft);
      return { id, change };
    })
    .immediate();
}

/** Adds the row only: the caller logs the change and the sums, in one transaction with it. */
export function insertContact(db: Db, fields: ContactFields, change: number, now: number): number {
  const { lastInsertRowid } = db
    .prepare(
      "INSERT INTO contact (name, phone, folded, digits, added_at, changed_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .run(fields.name, fields.phone, fold(fields.name), digitsOf(fields.phone), now, now, change);
  return Number(lastInsertRowid);
}

/**
 * Changes a contact's name and phone.
 * @throws AppError `no-contact` where it is not in the list.
 */
export function editContact(db: Db, id: number, fields: ContactFields, now: number): number {
  const { name, phone } = tidy(fields);
  return db
    .transaction(() => {
      const before = listed(db, id);
      const change = logChange(db, { kind: "edit", at: now, count: 1, name });
      db.prepare("INSERT INTO former VALUES (?, ?, ?, ?)").run(change, id, before.name, before.phone);
      writeFields(db, id, { name, phone }, now);
      return change;
    })
    .immediate();
}

/** Writes name and phone and what is derived from them. */
export function writeFields(db: Db, id: number, fields: ContactFields, now: number): void {
  db.prepare(
    "UPDATE contact SET name = ?, phone = ?, folded = ?, digits = ?, changed_at = ? WHERE id = ?",
  ).run(fields.name, fields.phone, fold(fields.name), digitsOf(fields.phone), now, id);
}

function listed(db: Db, id: number): ContactRow {
  const row = findContact(db, id);
  if (!row || row.deleted_at !== null) {
    throw new AppError("no-contact", text().noContact, text().noContactHint);
  }
  return row;
}
