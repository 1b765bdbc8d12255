import type { AttemptResult } from "../core/outage.ts";
import type { OpenAttempt } from "../core/memory.ts";
import type { LaunchedAs, Launched } from "../core/runs-as.ts";
import { launchedAsId } from "./launched-as.ts";
import { writing, type Store } from "./store.ts";

/** An attempt by its place: the outage and its number in it, from 1 on. */
export type AttemptKey = { readonly outageId: number; readonly number: number };

/** Records, durably and before anything is launched, that a launch is about to happen. */
export function beginAttempt(db: Store, programId: number, outageId: number, at: number): AttemptKey {
  return writing(db, true, () => {
    db.prepare(
      "UPDATE sight SET recent_attempts = recent_attempts + 1, last_attempt_at = ? WHERE program_id = ?",
    ).run(at, programId);
    return addAttempt(db, outageId, { at, result: null, pid: null, token: null, error: null });
  });
}

type WholeAttempt = Omit<OpenAttempt, "number"> & {
  readonly launchedAs?: LaunchedAs | null;
};

/** Adds what else is known of the outage's attempt of that very time. Returns whether there is one. */
export function completeAttempt(db: Store, outageId: number, attempt: WholeAttempt): boolean {
  const { at, result, pid, token, error } = attempt;
  const launchedAs = launchedAsId(db, attempt.launchedAs ?? null);
  const changed = db
    .prepare(
      `UPDATE attempt SET result = coalesce(:result, result), pid = coalesce(:pid, pid), token = coalesce(:token, token),
         error = coalesce(:error, error), launched_as_id = coalesce(:launchedAs, launched_as_id)
       WHERE outage_id = :outage AND at = :at`,
    )
    .run({ outage: outageId, at, result, pid, token, error, launchedAs });
  return changed.changes > 0;
}

/** Adds an attempt after those its outage has. */
export function addAttempt(db: Store, outageId: number, attempt: WholeAttempt): AttemptKey {
  const { at, result, pid, token, error } = attempt;
  const launchedAs = launchedAsId(db, attempt.launchedAs ?? null);
  const number = db
    .prepare(
      `INSERT INTO attempt SELECT :outage, 1 + coalesce(max(number), 0), :at, :result, :pid, :token, :error, :launchedAs
       FROM attempt WHERE outage_id = :outage RETURNING number`,
    )
    .pluck()
    .get({ outage: outageId, at, result, pid, token, error, launchedAs }) as number;
  return { outageId, number };
}

/** Notes which process the launch gave, so that any later check can judge the attempt. */
export function noteLaunched(
  db: Store,
  { outageId, number }: AttemptKey,
  { pid, token, launchedAs }: Launched,
): void {
  writing(db, true, () =>
    db
      .prepare("UPDATE attempt SET pid = ?, token = ?, launched_as_id = ? WHERE outage_id = ? AND number = ?")
      .run(pid, token, launchedAsId(db, launchedAs), outageId, number),
  );
}

/** Says what an attempt came to. One that found somebody else's launch was none of ours: it does not back off. */
export function settleAttempt(
  db: Store,
  programId: number,
  { outageId, number }: AttemptKey,
  result: AttemptResult,
  error: string | null,
): void {
  writing(db, true, () => {
    db.prepare("UPDATE attempt SET result = ?, error = ? WHERE outage_id = ? AND number = ?").run(
      result,
      error,
      outageId,
      number,
    );
    if (result !== "superseded") return;
    db.prepare("UPDATE sight SET recent_attempts = max(0, recent_attempts - 1) WHERE program_id = ?").run(
      programId,
    );
  });
}
