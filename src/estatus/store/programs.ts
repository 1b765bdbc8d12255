import { prepared } from "../../sqlite/prepared.ts";
import type { Store } from "./store.ts";

/** The row id of a program by its name, whatever its case; made for the first that asks, which a pause may be. */
export function programId(db: Store, name: string, at: number): number {
  const found = findProgram(db, name);
  if (found !== null) return found;
  const { lastInsertRowid } = db
    .prepare("INSERT INTO program (name, first_check_at) VALUES (?, ?)")
    .run(name, at);
  return Number(lastInsertRowid);
}

/** Notes when the first look of all was, before which nobody was to watch. */
export function noteFirstCheck(db: Store, id: number, at: number): void {
  db.prepare("UPDATE program SET first_check_at = ? WHERE id = ?").run(at, id);
}

/** The row id of a program, or null where no check ever saw it. */
export function findProgram(db: Store, name: string): number | null {
  const id = prepared(db, "SELECT id FROM program WHERE name = ?").pluck().get(name);
  return (id as number | undefined) ?? null;
}
