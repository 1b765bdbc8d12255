import { prepared } from "../../sqlite/prepared.ts";
import type { Interval } from "../core/outage.ts";
import type { Store } from "./store.ts";

export type Pause = { readonly startedAt: number; readonly until: number; readonly reason: string | null };

const REACHING = `
  SELECT started_at AS "from", min(until, coalesce(min(ended_at, :now - 1), until)) AS "to"
  FROM pause WHERE program_id = :id AND until >= :since AND coalesce(ended_at, until) >= :since
    AND (ended_at IS NULL OR started_at < :now)`;

/**
 * The pauses of a program that reach past `since`, as they took effect until `now`: an early resume ends one, and what was
 * ended is over, also where the clock was set back since and has its end still to come. By their starts.
 */
export function readPauses(db: Store, id: number, since: number, now: number): Interval[] {
  const pauses = prepared(db, REACHING).all({ id, since, now }) as Interval[];
  // There is hardly ever one, and SQLite would make ready to sort all the same: 15 µs of 17.
  return pauses.toSorted((one, other) => one.from - other.from);
}

/** Nobody sets a clock that was right back by more than this (ms); and a pause must not last for the years that one is behind. */
const FURTHEST_MS = 86_400_000;

const isSetBack = (lookedAt: number, at: number) => at < lookedAt && lookedAt - at <= FURTHEST_MS;

/**
 * The pauses as a look at `at` has them: one that was not over at the look before it, at `lookedAt`, has begun, whatever
 * the clock says now, because every pause begins when it is given.
 */
export function begunPauses(pauses: Interval[], lookedAt: number, at: number): Interval[] {
  if (!isSetBack(lookedAt, at)) return pauses;
  return pauses.map((pause) => (lookedAt < pause.to && at < pause.from ? { ...pause, from: at } : pause));
}

/** Keeps them so for the looks to come. */
export function keepBegunPauses(db: Store, programId: number, lookedAt: number, at: number): void {
  if (!isSetBack(lookedAt, at)) return;
  db.prepare(
    `UPDATE pause SET started_at = :at
     WHERE program_id = :id AND ended_at IS NULL AND until > :lookedAt AND started_at > :at`,
  ).run({ id: programId, lookedAt, at });
}

/** The pause in force at `at`, the one that lasts longest. */
export function activePause(db: Store, programId: number, at: number): Pause | null {
  const row = db
    .prepare(
      `SELECT started_at AS startedAt, until, reason FROM pause
       WHERE program_id = ? AND started_at <= ? AND until > ? AND ended_at IS NULL
       ORDER BY until DESC LIMIT 1`,
    )
    .get(programId, at, at) as Pause | undefined;
  return row ?? null;
}

/** Begins a pause, in the caller's transaction; one already in force ends here, so that the newest word counts. */
export function beginPause(db: Store, programId: number, pause: Pause): void {
  endPauses(db, programId, pause.startedAt);
  db.prepare("INSERT INTO pause (program_id, started_at, until, reason) VALUES (?, ?, ?, ?)").run(
    programId,
    pause.startedAt,
    pause.until,
    pause.reason,
  );
}

/** Ends at `at` what is in force, or was before the clock was set back. Returns whether there was anything. */
export function endPauses(db: Store, id: number, at: number): boolean {
  const { changes } = db
    .prepare(
      `UPDATE pause SET ended_at = max(:at, started_at)
       WHERE program_id = :id AND until > :at AND ended_at IS NULL`,
    )
    .run({ id, at });
  return changes > 0;
}
