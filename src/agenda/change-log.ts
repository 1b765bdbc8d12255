import type { Change } from "./api-types.ts";
import type { Db } from "../sqlite/open.ts";

export type ChangeKind = Change["kind"];

/** Writes one undoable step and gives its id. Call it inside the transaction that does the step. */
export function logChange(
  db: Db,
  step: { kind: ChangeKind; at: number; count: number; name: string; key?: string | undefined },
): number {
  const { lastInsertRowid } = db
    .prepare("INSERT INTO change (at, kind, count, name, key) VALUES (?, ?, ?, ?, ?)")
    .run(step.at, step.kind, step.count, step.name, step.key ?? null);
  return Number(lastInsertRowid);
}

/** The change that was made for this key, if it was made. */
export function changeOfKey(db: Db, key: string): number | null {
  return (db.prepare("SELECT id FROM change WHERE key = ?").pluck().get(key) as number | undefined) ?? null;
}

/** Adds to the sums of listed and binned contacts. Call it inside the transaction that moves them. */
export function tally(db: Db, listed: number, binned: number): void {
  db.prepare("UPDATE tally SET listed = listed + ?, binned = binned + ?").run(listed, binned);
}

/** How many contacts are listed and in the bin. */
export function counts(db: Db): { listed: number; binned: number } {
  return db.prepare("SELECT listed, binned FROM tally").get() as { listed: number; binned: number };
}
