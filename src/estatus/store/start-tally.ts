import type { Db } from "../../sqlite/open.ts";
import { prepared } from "../../sqlite/prepared.ts";
import { NO_TALLY, startShares, tallied, type StartShares, type StartTally } from "../core/likely-start.ts";
import type { NewOutage } from "../core/memory.ts";

type Row = {
  found: number;
  found_look_ms: number;
  restarted: number;
  restarted_look_ms: number;
  restarted_away_ms: number;
};

/** Counts the start of an outage that is being recorded, in the caller's transaction. */
export function tallyStart(db: Db, programId: number, opened: NewOutage): void {
  if (opened.unaided === null) return;
  const { found, restarted } = tallied(readTally(db, programId), opened);
  db.prepare("INSERT OR REPLACE INTO start_tally VALUES (?, ?, ?, ?, ?, ?)").run(
    programId,
    found.count,
    found.look,
    restarted.count,
    restarted.look,
    restarted.away,
  );
}

/** The shares of start intervals that the whole history of a program speaks for. */
export function readShares(db: Db, programId: number): StartShares {
  return startShares(readTally(db, programId));
}

function readTally(db: Db, programId: number): StartTally {
  const row = prepared(db, "SELECT * FROM start_tally WHERE program_id = ?").get(programId) as
    | Row
    | undefined;
  if (row === undefined) return NO_TALLY;
  return {
    found: { count: row.found, look: row.found_look_ms },
    restarted: { count: row.restarted, look: row.restarted_look_ms, away: row.restarted_away_ms },
  };
}
