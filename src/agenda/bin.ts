import type { Db } from "../sqlite/open.ts";
import { logChange, tally } from "./change-log.ts";
import { contactColumns, type ContactRow } from "./contacts.ts";
import { isLarge, withoutListIndexes } from "./large-change.ts";
import { indexAgain, startIndexOver, unindex } from "./search-index.ts";

/** How long a deleted contact can be brought back, in milliseconds. */
export const binKept = 30 * 24 * 3_600_000;

/** Moves contacts of the list to the bin as a part of `change`; gives how many there were. */
export function toBin(db: Db, ids: readonly number[], change: number, now: number): number {
  const large = isLarge(db, ids.length);
  const move = () =>
    db
      .prepare(`UPDATE contact SET deleted_at = ?, deleted_by = ? WHERE ${among} AND deleted_at IS NULL`)
      .run(now, change, JSON.stringify(ids)).changes;
  const moved = large ? withoutListIndexes(db, move) : move();
  if (large) startIndexOver(db);
  else for (const id of ids) unindex(db, id);
  tally(db, -moved, moved);
  return moved;
}

/** Brings contacts back from the bin as a part of `change`; gives how many there were. */
export function fromBin(db: Db, ids: readonly number[], change: number): number {
  const large = isLarge(db, ids.length);
  const move = () =>
    db
      .prepare(
        `UPDATE contact SET deleted_at = NULL, deleted_by = NULL, restored_by = ?
          WHERE ${among} AND deleted_at IS NOT NULL RETURNING id, folded, digits`,
      )
      .all(change, JSON.stringify(ids)) as { id: number; folded: string; digits: string }[];
  const rows = large ? withoutListIndexes(db, move) : move();
  if (large) startIndexOver(db);
  else for (const row of rows) indexAgain(db, row.id, row.folded, row.digits);
  tally(db, rows.length, -rows.length);
  return rows.length;
}

const among = "id IN (SELECT value FROM json_each(?))";

/** A step that moved contacts, and the name of the first of them, or its phone. */
export type Moved = { readonly change: number; readonly count: number; readonly name: string };

/** Puts contacts into the bin as one step; null where none of them was in the list. */
export function deleteContacts(db: Db, ids: readonly number[], now: number): Moved | null {
  return moveAll(db, "delete", ids, now, (change) => toBin(db, ids, change, now));
}

/** Brings contacts back as one step; null where none of them was in the bin. */
export function restoreContacts(db: Db, ids: readonly number[], now: number): Moved | null {
  return moveAll(db, "restore", ids, now, (change) => fromBin(db, ids, change));
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
      return changes;
    })
    .immediate();
}

function moveAll(
  db: Db,
  kind: "delete" | "restore",
  ids: readonly number[],
  now: number,
  move: (change: number) => number,
): Moved | null {
  return db
    .transaction(() => {
      const name = db.prepare("SELECT coalesce(nullif(name, ''), phone) FROM contact WHERE id = ?").pluck();
      const first = ids.map((id) => name.get(id) as string | undefined).find((found) => found !== undefined);
      if (first === undefined) return null;
      const change = logChange(db, { kind, at: now, count: 0, name: first });
      const count = move(change);
      if (count === 0) db.prepare("DELETE FROM change WHERE id = ?").run(change);
      else db.prepare("UPDATE change SET count = ? WHERE id = ?").run(count, change);
      return count === 0 ? null : { change, count, name: first };
    })
    .immediate();
}
