import { prepared } from "../../sqlite/prepared.ts";
import type { Memory } from "../core/memory.ts";
import type { State } from "../core/observation.ts";
import type { Store } from "./store.ts";

type Row = {
  state: State;
  reason: string | null;
  looked_at: number;
  covered_from: number;
  checked_at: number;
  boot_id: string;
  logged_on_at: number | null;
  elapsed_ms: number;
  awake_ms: number;
  pid: number | null;
  started_at: number | null;
  token: string | null;
  alive_at: number | null;
  beat_at: number | null;
  interval_ms: number;
  stale_looks: number;
  stale_since: number | null;
  looks_since_listing: number;
  recent_attempts: number;
  last_attempt_at: number | null;
};

/** What the last check left, or null before the first. */
export function readMemory(db: Store, programId: number): Memory | null {
  const row = prepared(db, "SELECT * FROM sight WHERE program_id = ?").get(programId) as Row | undefined;
  if (row === undefined) return null;
  return {
    state: row.state,
    reason: row.reason,
    lookedAt: row.looked_at,
    coveredFrom: row.covered_from,
    checkedAt: row.checked_at,
    bootId: row.boot_id,
    loggedOnAt: row.logged_on_at,
    elapsed: row.elapsed_ms,
    awake: row.awake_ms,
    identity:
      row.pid === null ? null : { pid: row.pid, token: row.token ?? "", startedAt: row.started_at ?? 0 },
    aliveAt: row.alive_at,
    beatAt: row.beat_at,
    interval: row.interval_ms,
    staleLooks: row.stale_looks,
    staleSince: row.stale_since,
    looksSinceListing: row.looks_since_listing,
    recentAttempts: row.recent_attempts,
    lastAttemptAt: row.last_attempt_at,
  };
}

const WRITE = `
INSERT OR REPLACE INTO sight (program_id, state, reason, looked_at, covered_from, checked_at, boot_id, logged_on_at,
  elapsed_ms, awake_ms, pid, started_at, token, alive_at, beat_at, interval_ms, stale_looks, stale_since,
  looks_since_listing, recent_attempts, last_attempt_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Leaves it for the next check, in the place of what the last one left. */
export function writeMemory(db: Store, programId: number, memory: Memory): void {
  prepared(db, WRITE).run(
    programId,
    memory.state,
    memory.reason,
    memory.lookedAt,
    memory.coveredFrom,
    memory.checkedAt,
    memory.bootId,
    memory.loggedOnAt,
    memory.elapsed,
    memory.awake,
    memory.identity?.pid ?? null,
    memory.identity?.startedAt ?? null,
    memory.identity?.token ?? null,
    memory.aliveAt,
    memory.beatAt,
    memory.interval,
    memory.staleLooks,
    memory.staleSince,
    memory.looksSinceListing,
    memory.recentAttempts,
    memory.lastAttemptAt,
  );
}
