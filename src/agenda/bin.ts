import type { Db } from "../sqlite/open.ts";
import { logChange, tally } from "./change-log.ts";
import { contactColumns, type ContactRow } from "./contacts.ts";
import { isLarge, withoutListIndexes } from "./large-change.ts";
import { forgetPurged, keepMoved } from "./moves.ts";
import { indexAgain, startIndexOver, unindex } from "./search-index.ts";

/** How long a deleted contact can be brought back, in milliseconds. */
export const binKept = 30 * 24 * 3_600_000;

/** Moves those of these contacts that are in the list to the bin as a part of `change`, and gives them. */
export function toBin(db: Db, ids: readonly number[], change: number, now: number): number[] {
  const large = isLarge(db, ids.length);
  const move = () =>
    db
      .prepare(
        `UPDATE contact SET deleted_at = ?, deleted_by = ? WHERE ${among} AND deleted_at IS NULL RETURNING id`,
      )
      .pluck()
      .all(now, change, JSON.stringify(ids)) as number[];
  const moved = large ? withoutListIndexes(db, move) : move();
  if (large) startIndexOver(db);
  else for (const id of moved) unindex(db, id);
  tally(db, -moved.length, moved.length);
  return moved;
}

/** Brings those of these contacts that are in the bin back, and gives them. */
export function fromBin(db: Db, ids: readonly number[]): number[] {
  const large = isLarge(db, ids.length);
  const move = () =>
    db
      .prepare(
        `UPDATE contact SET deleted_at = NULL, deleted_by = NULL WHERE ${among} AND deleted_at IS NOT NULL RETURNING id, folded, digits`,
      )
      .all(JSON.stringify(ids)) as { id: number; folded: string; digits: string }[];
  const rows = large ? withoutListIndexes(db, move) : move();
  if (large) startIndexOver(db);
  else for (const row of rows) indexAgain(db, row.id, row.folded, row.digits);
  tally(db, rows.length, -rows.length);
  return rows.map(({ id }) => id);
}

const among = "id IN (SELECT value FROM json_each(?))";

/** A step that moved contacts, and the name of the one added first of them, or its phone. */
export type Moved = { readonly change: number; readonly count: number; readonly name: string };

/** Puts contacts into the bin as one step; null where none of them was in the list. */
export function deleteContacts(db: Db, ids: readonly number[], now: number): Moved | null {
  return moveAll(db, "delete", ids, now, (change) => toBin(db, ids, change, now));
}

/** Brings contacts back as one step; null where none of them was in the bin. */
export function restoreContacts(db: Db, ids: readonly number[], now: number): Moved | null {
  return moveAll(db, "restore", ids, now, () => fromBin(db, ids));
}

/** A stretch of the bin, last deleted first. */
export function readBin(db: Db, offset: number, limit: number): ContactRow[] {
  return db
    .prepare(
      `SELECT ${contactColumns} FROM contact WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC LIMIT ? OFFSET ?`,
    )
    .all(limit, offset) as ContactRow[];
}

/** Removes for good what has been in the bin since before `until`, at most `most` contacts; gives how many. */
export function purgeBin(db: Db, until: number, most: number): number {
  return db
    .transaction(() => {
      const { changes } = db
        .prepare(
          "DELETE FROM contact WHERE id IN (SELECT id FROM contact WHERE deleted_at < ? ORDER BY deleted_at LIMIT ?)",
        )
        .run(until, most);
      tally(db, 0, -changes);
      if (changes < most) forgetPurged(db);
      return changes;
    })
    .immediate();
}

function moveAll(
  db: Db,
  kind: "delete" | "restore",
  ids: readonly number[],
  now: number,
  move: (change: number) => readonly number[],
): Moved | null {
  return db
    .transaction(() => {
      const isThere = db.prepare(
        `SELECT 1 FROM contact WHERE id = ? AND deleted_at IS ${kind === "delete" ? "" : "NOT"} NULL`,
      );
      if (!ids.some((id) => isThere.get(id) !== undefined)) return null;
      const change = logChange(db, { kind, at: now, count: 0, name: "" });
      const moved = move(change);
      keepMoved(db, change, moved);
      const name = db
        .prepare("SELECT coalesce(nullif(name, ''), phone) FROM contact WHERE id = ?")
        .pluck()
        .get(moved.reduce((one, other) => Math.min(one, other))) as string;
      db.prepare("UPDATE change SET count = ?, name = ? WHERE id = ?").run(moved.length, name, change);
      return { change, count: moved.length, name };
    })
    .immediate();
}
