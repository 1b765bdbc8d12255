import type { Db } from "../../sqlite/open.ts";
import type { Times } from "../core/availability.ts";
import type { KeptDay } from "../core/kept-days.ts";
import type { Interval } from "../core/outage.ts";

type Row = Interval & Omit<Times, "window"> & { readonly failures: number };

/** What is left of the pruned days that touch `window`, oldest first. */
export function readKeptDays(db: Db, programId: number, window: Interval): KeptDay[] {
  const rows = db
    .prepare<unknown[], Row>(
      `SELECT started_at AS "from", ended_at AS "to", up_ms AS up, down_min_ms AS downMin, down_mid_ms AS downMid,
         down_max_ms AS downMax, unknown_ms AS unknown, paused_ms AS paused, failures
       FROM daily_total WHERE program_id = ? AND ended_at > ? AND started_at < ? ORDER BY started_at`,
    )
    .all(programId, window.from, window.to);
  return rows.map(({ from, to, failures, ...states }) => {
    return { from, to, failures, times: { window: to - from, ...states } };
  });
}

/** Where the pruned days of a program end, or null where none were pruned. */
export function keptUntil(db: Db, programId: number): number | null {
  const until = db.prepare("SELECT max(ended_at) FROM daily_total WHERE program_id = ?").pluck();
  return until.get(programId) as number | null;
}

/** Keeps days; those kept already stay as they are. */
export function keepDays(db: Db, programId: number, days: readonly KeptDay[]): void {
  const insert = db.prepare("INSERT OR IGNORE INTO daily_total VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const { from, to, times, failures } of days) {
    const { up, downMin, downMid, downMax, unknown, paused } = times;
    insert.run(programId, from, to, up, downMin, downMid, downMax, unknown, paused, failures);
  }
}

/** Counts one failure more in the kept day that holds the instant `at`. */
export function addFailure(db: Db, programId: number, at: number): void {
  db.prepare(
    "UPDATE daily_total SET failures = failures + 1 WHERE program_id = ? AND started_at <= ? AND ended_at > ?",
  ).run(programId, at, at);
}
