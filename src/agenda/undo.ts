import { AppError } from "../app-error.ts";
import { text } from "../locales/agenda.ts";
import type { Db } from "../sqlite/open.ts";
import { fromBin, toBin } from "./bin.ts";
import { logChange } from "./change-log.ts";
import { findContact, writeFields } from "./contacts.ts";
import { bringsIn, movedSince, toMove, type ChangeRow } from "./moves.ts";
import type { Next } from "./undo-types.ts";

/** What was taken back, or done again, and the change that takes that back in turn. */
export type Taken = { readonly change: number; readonly count: number; readonly redone: boolean };

/**
 * Takes a change back. That is a change too, and to take it back does the first one again: it is the one given then, and to
 * be undone as before. The contacts are as the changes that are not undone have made them, in their order; what has been
 * in the bin for too long stays away.
 * @throws AppError `cannot-undo` where there is no such change, it was undone, or all it did is for later changes to say.
 */
export function undoChange(db: Db, id: number, now: number): Taken {
  return db
    .transaction(() => {
      const given = changeOf(db, "id", id);
      if (!given) throw cannot(text().undoGone);
      if (given.undone_by !== null) throw cannot(text().undoDone);
      const undone = changeOf(db, "undone_by", id);
      const [old, redone] = [undone ?? given, undone !== undefined];
      if (editedSince(db, old.id)) throw cannot(text().undoEdited);
      const change = logChange(db, { kind: "undo", at: now, count: 0, name: "" });
      // What was done again belongs to what did it first: there is nothing left to undo of this one, nor of the undo.
      const mark = db.prepare("UPDATE change SET undone_by = ? WHERE id = ?");
      mark.run(redone ? null : change, old.id);
      if (redone) for (const spent of [id, change]) mark.run(change, spent);
      const ids = toMove(db, old, redone);
      const count = swapFields(db, old.id, now) + move(db, ids, bringsIn(old.kind) === redone, change, now);
      if (count === 0 && movedSince(db, old)) throw cannot(text().undoMoved);
      db.prepare("UPDATE change SET count = ? WHERE id = ?").run(count, change);
      return { change: redone ? old.id : change, count, redone };
    })
    .immediate();
}

/**
 * The change to undo next: the last that is not undone. And the one to redo: the undo made last, as long as nothing else
 * was done since.
 */
export function nextSteps(db: Db): Next {
  const last = (where: string) =>
    (db.prepare(`SELECT id FROM change WHERE ${where} ORDER BY id DESC LIMIT 1`).pluck().get() as
      | number
      | undefined) ?? null;
  const changed = last("kind <> 'undo'") ?? 0;
  return {
    undo: last("kind <> 'undo' AND undone_by IS NULL"),
    redo: last(`id > ${changed} AND undone_by IS NULL`),
  };
}

function changeOf(db: Db, column: "id" | "undone_by", value: number): ChangeRow | undefined {
  const sql = `SELECT id, kind, first_added, last_added, undone_by FROM change WHERE ${column} = ?`;
  return db.prepare(sql).get(value) as ChangeRow | undefined;
}

function move(db: Db, ids: readonly number[], intoList: boolean, change: number, now: number): number {
  return (intoList ? fromBin(db, ids) : toBin(db, ids, change, now)).length;
}

// What the contacts of the change were before it takes the place of what they were after it, and the other way round.
function swapFields(db: Db, change: number, now: number): number {
  const kept = db.prepare("SELECT contact_id, name, phone FROM former WHERE change_id = ?").all(change) as {
    contact_id: number;
    name: string;
    phone: string;
  }[];
  for (const one of kept) writeFields(db, findContact(db, one.contact_id)!, one, change, now);
  return kept.length;
}

function editedSince(db: Db, id: number): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM former AS mine JOIN former AS later USING (contact_id) JOIN change ON change.id = later.change_id
          WHERE mine.change_id = ? AND later.change_id > ? AND change.undone_by IS NULL`,
      )
      .get(id, id) !== undefined
  );
}

function cannot(message: string): AppError {
  return new AppError("cannot-undo", message, text().undoHint);
}
