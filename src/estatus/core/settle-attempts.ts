import type { OpenAttempt, OpenOutage } from "./memory.ts";
import type { Alive } from "./observation.ts";
import type { AttemptResult } from "./outage.ts";

export type SettledAttempt = {
  readonly number: number;
  readonly result: AttemptResult;
  readonly pid: number | null;
  readonly error: string | null;
};

/** A process born within this many ms of an attempt is that attempt's, also where the launched one forked and left. */
const BIRTH_WINDOW_MS = 15_000;

/** What the attempts still in hand came to, now that a proven process is seen. */
export function settleUp(open: OpenOutage, seen: Alive): SettledAttempt[] {
  return open.attempts.filter(inHand).map((attempt) => {
    const bornAfter = seen.identity.startedAt - attempt.at;
    const launched =
      attempt.pid === seen.identity.pid && (attempt.token ?? seen.identity.token) === seen.identity.token;
    if (launched || (bornAfter >= 0 && bornAfter <= BIRTH_WINDOW_MS)) {
      return { number: attempt.number, result: "survived", pid: seen.identity.pid, error: null };
    }
    return attempt.pid === null
      ? interrupted(attempt)
      : { number: attempt.number, result: "superseded", pid: attempt.pid, error: null };
  });
}

/** What they came to, now that none is. */
export function settleMissing(open: OpenOutage): SettledAttempt[] {
  return open.attempts
    .filter(inHand)
    .map((attempt) => (attempt.pid === null ? interrupted(attempt) : died(attempt)));
}

const inHand = (attempt: OpenAttempt) => attempt.result === null;
const died = (attempt: OpenAttempt): SettledAttempt => ({
  number: attempt.number,
  result: "died",
  pid: attempt.pid,
  error: null,
});
const interrupted = (attempt: OpenAttempt): SettledAttempt => ({
  number: attempt.number,
  result: "failed",
  pid: null,
  error: "the check was interrupted before the launch",
});
