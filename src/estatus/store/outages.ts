import { prepared } from "../../sqlite/prepared.ts";
import type { OutageChange } from "../core/account-outage.ts";
import type { OpenAttempt, OpenOutage } from "../core/memory.ts";
import type { Cause, OutageKind } from "../core/outage.ts";
import { tallyStart } from "./start-tally.ts";
import type { Store } from "./store.ts";

type OpenRow = { id: number; kind: OutageKind; cause: Cause; earliest_start: number; latest_start: number };

const OPEN = `
  SELECT id, kind, cause, earliest_start, latest_start FROM outage WHERE program_id = ? AND ended_at IS NULL`;

/** The outage that has not ended, with its attempts; there is at most one a program. */
export function readOpenOutage(db: Store, programId: number): OpenOutage | null {
  const row = prepared(db, OPEN).get(programId) as OpenRow | undefined;
  if (row === undefined) return null;
  const attempts = db
    .prepare("SELECT number, at, result, pid, token, error FROM attempt WHERE outage_id = ? ORDER BY number")
    .all(row.id) as OpenAttempt[];
  return {
    id: row.id,
    kind: row.kind,
    cause: row.cause,
    earliestStart: row.earliest_start,
    latestStart: row.latest_start,
    attempts,
  };
}

/** Writes what a look changed about outages. `openId` is the outage that was open before it. */
export function applyOutageChange(
  db: Store,
  programId: number,
  openId: number | null,
  change: OutageChange,
): void {
  for (const { result, pid, error, number } of change.settled) {
    db.prepare(
      `UPDATE attempt SET result = ?, pid = coalesce(?, pid), error = ?
       WHERE outage_id = ? AND number = ? AND (result IS NULL OR result = 'failed')`,
    ).run(result, pid, error, openId, number);
  }
  if (change.ended !== null && openId !== null) {
    const { at, by, restored } = change.ended;
    db.prepare(
      `UPDATE outage SET ended_at = ?, ended_by = ?, restored_id = ?, latest_start = min(latest_start, ?)
       WHERE id = ? AND ended_at IS NULL`,
    ).run(at, by, restorationId(db, restored), at, openId);
    db.prepare("UPDATE attempt SET token = NULL WHERE outage_id = ?").run(openId);
  }
  if (change.opened !== null) {
    tallyStart(db, programId, change.opened);
    const { kind, cause, earliestStart, latestStart, end } = change.opened;
    db.prepare(
      `INSERT INTO outage (program_id, kind, cause, earliest_start, latest_start, ended_at, ended_by, restored_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      programId,
      kind,
      cause,
      earliestStart,
      latestStart,
      end?.at ?? null,
      end?.by ?? null,
      restorationId(db, end?.restored ?? null),
    );
  }
}

/** Keeps the open outage's times, and its attempts', as they are in today's clock. */
export function moveOpenOutage(db: Store, { id, earliestStart, latestStart, attempts }: OpenOutage): void {
  db.prepare("UPDATE outage SET earliest_start = ?, latest_start = ? WHERE id = ?").run(
    earliestStart,
    latestStart,
    id,
  );
  const attempt = db.prepare("UPDATE attempt SET at = ? WHERE outage_id = ? AND number = ?");
  for (const { at, number } of attempts) attempt.run(at, id, number);
}

/** The row of what a heartbeat said came back; made when it is first said. */
export function restorationId(db: Store, told: string | null): number | null {
  if (told === null) return null;
  db.prepare("INSERT OR IGNORE INTO restoration (told) VALUES (?)").run(told);
  return db.prepare("SELECT id FROM restoration WHERE told = ?").pluck().get(told) as number;
}
