import type { Db } from "../sqlite/open.ts";
import { logChange, tally } from "./change-log.ts";
import { contactColumns, type ContactRow } from "./contacts.ts";
import { indexAgain, startIndexOver, unindex } from "./search-index.ts";

/** How long a deleted contact can be brought back, in milliseconds. */
export const binKept = 30 * 24 * 3_600_000;

// Beyond this many, filling the search table anew is faster than taking contacts out one by one.
const many = 20_000;

/** Moves contacts of the list to the bin as a part of `change`; gives how many there were. */
export function toBin(db: Db, ids: readonly number[], change: number, now: number): number {
  const move = db.prepare(
    "UPDATE contact SET deleted_at = ?, deleted_by = ? WHERE id = ? AND deleted_at IS NULL",
  );
  const moved = ids.filter((id) => move.run(now, change, id).changes === 1);
  if (moved.length > many) startIndexOver(db);
  else for (const id of moved) unindex(db, id);
  tally(db, -moved.length, moved.length);
  return moved.length;
}

/** Brings contacts back from the bin as a part of `change`; gives how many there were. */
export function fromBin(db: Db, ids: readonly number[], change: number): number {
  const find = db.prepare(`SELECT ${contactColumns} FROM contact WHERE id = ? AND deleted_at IS NOT NULL`);
  const move = db.prepare(
    "UPDATE contact SET deleted_at = NULL, deleted_by = NULL, restored_by = ? WHERE id = ?",
  );
  const rows = ids.map((id) => find.get(id) as ContactRow | undefined).filter((row) => row !== undefined);
  for (const row of rows) move.run(change, row.id);
  if (rows.length > many) startIndexOver(db);
  else for (const row of rows) indexAgain(db, row.id, row.folded, row.digits);
  tally(db, rows.length, -rows.length);
  return rows.length;
}

/** Puts contacts into the bin as one step; null where none of them was in the list. */
export function deleteContacts(
  db: Db,
  ids: readonly number[],
  now: number,
): { change: number; count: number } | null {
  return moveAll(db, "delete", ids, now, (change) => toBin(db, ids, change, now));
}

/** Brings contacts back as one step; null where none of them was in the bin. */
export function restoreContacts(
  db: Db,
  ids: readonly number[],
  now: number,
): { change: number; count: number } | null {
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
): { change: number; count: number } | null {
  return db
    .transaction(() => {
      const name = db.prepare("SELECT coalesce(nullif(name, ''), phone) FROM contact WHERE id = ?").pluck();
      const first = ids.map((id) => name.get(id) as string | undefined).find((found) => found !== undefined);
      if (first === undefined) return null;
      const change = logChange(db, { kind, at: now, count: 0, name: first });
      const count = move(change);
      if (count === 0) db.prepare("DELETE FROM change WHERE id = ?").run(change);
      else db.prepare("UPDATE change SET count = ? WHERE id = ?").run(count, change);
      return count === 0 ? null : { change, count };
    })
    .immediate();
}
