import type { LaunchedAs, PriorityClass } from "../core/runs-as.ts";
import type { Store } from "./store.ts";

/** The row of how a process ran right after its launch, made when it is first met. */
export function launchedAsId(db: Store, launchedAs: LaunchedAs | null): number | null {
  if (launchedAs === null) return null;
  const { folder, priority, session, ownSession, elevated } = launchedAs;
  const row = [folder, priority, session, bit(ownSession), bit(elevated)];
  const found = db
    .prepare(
      `SELECT id FROM launched_as
       WHERE folder = ? AND priority = ? AND session IS ? AND own_session IS ? AND elevated IS ?`,
    )
    .pluck()
    .get(row) as number | undefined;
  if (found !== undefined) return found;
  const { lastInsertRowid } = db
    .prepare(
      "INSERT INTO launched_as (folder, priority, session, own_session, elevated) VALUES (?, ?, ?, ?, ?)",
    )
    .run(row);
  return Number(lastInsertRowid);
}

const bit = (value: boolean | null) => (value === null ? null : Number(value));
const fact = (value: number | null) => (value === null ? null : value === 1);

type Row = {
  readonly at: number;
  readonly folder: string;
  readonly priority: PriorityClass;
  readonly session: number | null;
  readonly ownSession: number | null;
  readonly elevated: number | null;
};

/** How a program's newest relaunch ran, and when (UTC ms) it was; null where none is known. */
export function lastLaunchedAs(db: Store, programId: number): (LaunchedAs & { readonly at: number }) | null {
  const row = db
    .prepare<[number], Row>(
      `SELECT at, folder, priority, session, own_session AS ownSession, elevated
       FROM attempt JOIN launched_as ON launched_as.id = launched_as_id
       WHERE outage_id IN (SELECT id FROM outage WHERE program_id = ? ORDER BY id DESC LIMIT 50)
       ORDER BY outage_id DESC, number DESC LIMIT 1`,
    )
    .get(programId);
  return row ? { ...row, ownSession: fact(row.ownSession), elevated: fact(row.elevated) } : null;
}
