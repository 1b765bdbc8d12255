import type { Decision } from "./decide.ts";

/**
 * `check`'s exit codes, as monitoring plugins know them: 0 up, 1 was down and is up again or is down while
 * paused, 2 down, 3 unknown.
 */
export type CheckCode = 0 | 1 | 2 | 3;

/** What a check of one program came to. */
export type Outcome = {
  readonly reason: Decision["reason"];
  /** This check saw an outage end, or one that ended unseen. */
  readonly outageEnded: boolean;
  /** An outage is still open after this check. */
  readonly outageOpen: boolean;
};

/** The exit code of a check of one program. */
export function checkCode(outcome: Outcome): CheckCode {
  if (outcome.reason === "unknown") return 3;
  if (outcome.reason === "paused") return 1;
  if (outcome.outageOpen) return 2;
  return outcome.outageEnded ? 1 : 0;
}

/** Of several programs the worst counts: down, then unknown, then was down, then up. */
export function worstCode(codes: readonly CheckCode[]): CheckCode {
  const severity: readonly CheckCode[] = [0, 1, 3, 2];
  return codes.reduce<CheckCode>(
    (worst, code) => (severity.indexOf(code) > severity.indexOf(worst) ? code : worst),
    0,
  );
}
