import type { Db } from "../sqlite/open.ts";
import { prepared } from "../sqlite/prepared.ts";
import type { Change } from "./api-types.ts";

export type Step = {
  readonly kind: Change["kind"];
  /** UTC milliseconds. */
  readonly at: number;
  readonly count: number;
  /** The name of the first contact it touches. */
  readonly name: string;
  readonly key?: string | undefined;
  /** The contacts it added, from the first id to the last. */
  readonly added?: { readonly first: number; readonly last: number };
};

/** Writes one undoable step and gives its id. Call it inside the transaction that does the step. */
export function logChange(db: Db, step: Step): number {
  const sql =
    "INSERT INTO change (at, kind, count, name, key, first_added, last_added) VALUES (?, ?, ?, ?, ?, ?, ?)";
  const { lastInsertRowid } = prepared(db, sql).run(
    step.at,
    step.kind,
    step.count,
    step.name,
    step.key ?? null,
    step.added?.first ?? null,
    step.added?.last ?? null,
  );
  return Number(lastInsertRowid);
}

/** The change that was made for this key, and the contact it added; null where none was made. */
export function changeOfKey(db: Db, key: string): { change: number; id: number } | null {
  const row = prepared(db, "SELECT id AS change, first_added AS id FROM change WHERE key = ?").get(key);
  return (row as { change: number; id: number } | undefined) ?? null;
}

/** Adds to the sums of listed and binned contacts. Call it inside the transaction that moves them. */
export function tally(db: Db, listed: number, binned: number): void {
  prepared(db, "UPDATE tally SET listed = listed + ?, binned = binned + ?").run(listed, binned);
}

/** How many contacts are listed and in the bin. */
export function counts(db: Db): { listed: number; binned: number } {
  return db.prepare("SELECT listed, binned FROM tally").get() as { listed: number; binned: number };
}

/** The last changes, newest first. */
export function lastChanges(db: Db, limit: number): Change[] {
  const rows = db
    .prepare(
      "SELECT id, at, kind, count, name, undone_by IS NOT NULL AS undone FROM change ORDER BY id DESC LIMIT ?",
    )
    .all(limit) as (Omit<Change, "undone"> & { undone: 0 | 1 })[];
  return rows.map((row) => Object.assign(row, { undone: row.undone === 1 }));
}
