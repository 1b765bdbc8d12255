import { AppError } from "../app-error.ts";
import { text } from "../locales/agenda.ts";
import type { Db } from "../sqlite/open.ts";
import { fromBin, toBin } from "./bin.ts";
import { logChange } from "./change-log.ts";
import { findContact, writeFields } from "./contacts.ts";

type ChangeRow = {
  readonly id: number;
  readonly name: string;
  readonly first_added: number | null;
  readonly last_added: number | null;
  readonly undone_by: number | null;
};

/**
 * Takes a change back, as a change of its own that can be taken back in turn. That does the first one again: it is the
 * one given then, and to be undone as before. What has been in the bin for too long stays away.
 * @throws AppError `cannot-undo` where there is no such change, it was undone, or a contact was edited since.
 */
export function undoChange(db: Db, id: number, now: number): { change: number; count: number } {
  return db
    .transaction(() => {
      const old = db
        .prepare("SELECT id, name, first_added, last_added, undone_by FROM change WHERE id = ?")
        .get(id) as ChangeRow | undefined;
      if (!old) throw cannot(text().undoGone);
      if (old.undone_by !== null) throw cannot(text().undoDone);
      if (editedSince(db, id)) throw cannot(text().undoEdited);
      // Asked before anything moves: what one half brings back, the other must not take away.
      const [added, deleted] = [broughtIn(db, old), takenOut(db, id)];
      const change = logChange(db, { kind: "undo", at: now, count: 0, name: old.name });
      const again = tookBack(db, id);
      const owner = again ?? change;
      const count =
        fromBin(db, deleted, owner) + toBin(db, added, owner, now) + giveBackFields(db, id, change, now);
      // What was done again belongs to what did it first: there is nothing left to undo of this one.
      const undoneBy = again === undefined ? null : change;
      db.prepare("UPDATE change SET count = ?, undone_by = ? WHERE id = ?").run(count, undoneBy, change);
      db.prepare("UPDATE change SET undone_by = NULL WHERE undone_by = ?").run(id);
      db.prepare("UPDATE change SET undone_by = ? WHERE id = ?").run(change, id);
      return { change: owner, count };
    })
    .immediate();
}

// The change that an undo took back; undefined for any other change.
function tookBack(db: Db, id: number): number | undefined {
  return db.prepare("SELECT id FROM change WHERE undone_by = ?").pluck().get(id) as number | undefined;
}

function broughtIn(db: Db, change: ChangeRow): number[] {
  const added = db
    .prepare("SELECT id FROM contact WHERE id BETWEEN ? AND ? AND deleted_at IS NULL")
    .pluck()
    .all(change.first_added, change.last_added) as number[];
  const restored = db
    .prepare("SELECT id FROM contact WHERE restored_by = ? AND deleted_at IS NULL")
    .pluck()
    .all(change.id) as number[];
  return [...added, ...restored];
}

function takenOut(db: Db, change: number): number[] {
  return db.prepare("SELECT id FROM contact WHERE deleted_by = ?").pluck().all(change) as number[];
}

function giveBackFields(db: Db, id: number, change: number, now: number): number {
  const formers = db.prepare("SELECT contact_id, name, phone FROM former WHERE change_id = ?").all(id) as {
    contact_id: number;
    name: string;
    phone: string;
  }[];
  for (const former of formers) writeFields(db, findContact(db, former.contact_id)!, former, change, now);
  return formers.length;
}

function editedSince(db: Db, id: number): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM former AS mine JOIN former AS later USING (contact_id) JOIN change ON change.id = later.change_id
          WHERE mine.change_id = ? AND later.change_id > ? AND change.undone_by IS NULL AND change.kind <> 'undo'`,
      )
      .get(id, id) !== undefined
  );
}

function cannot(message: string): AppError {
  return new AppError("cannot-undo", message, text().undoHint);
}
