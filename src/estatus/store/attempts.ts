import type { AttemptResult } from "../core/outage.ts";
import { writing, type Store } from "./store.ts";

/** Records, durably and before anything is launched, that a launch is about to happen. Returns the attempt's id. */
export function beginAttempt(db: Store, programId: number, outageId: number, at: number): number {
  return writing(db, true, () => {
    db.prepare(
      "UPDATE sight SET recent_attempts = recent_attempts + 1, last_attempt_at = ? WHERE program_id = ?",
    ).run(at, programId);
    const { lastInsertRowid } = db
      .prepare("INSERT INTO attempt (outage_id, at) VALUES (?, ?)")
      .run(outageId, at);
    return Number(lastInsertRowid);
  });
}

/** Notes which process the launch gave, so that any later check can judge the attempt. */
export function noteLaunched(db: Store, attemptId: number, pid: number, token: string | null): void {
  writing(db, true, () =>
    db.prepare("UPDATE attempt SET pid = ?, token = ? WHERE id = ?").run(pid, token, attemptId),
  );
}

/** Says what an attempt came to. One that found somebody else's launch was none of ours: it does not back off. */
export function settleAttempt(
  db: Store,
  programId: number,
  attemptId: number,
  result: AttemptResult,
  error: string | null,
): void {
  writing(db, true, () => {
    db.prepare("UPDATE attempt SET result = ?, error = ? WHERE id = ?").run(result, error, attemptId);
    if (result !== "superseded") return;
    db.prepare("UPDATE sight SET recent_attempts = max(0, recent_attempts - 1) WHERE program_id = ?").run(
      programId,
    );
  });
}
