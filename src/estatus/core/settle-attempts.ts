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

/** By so much, in ms, one may seem born too early: clocks of one instant are read within 200 ms, births counted in ticks of 10. */
const CLOCK_ERROR_MS = 250;

const INTERRUPTED = "the check was interrupted before the launch";

/** What the attempts still in hand came to, now that a proven process is seen. */
export function settleUp(open: OpenOutage, seen: Alive): SettledAttempt[] {
  const launcher = launcherOf(open.attempts, seen);
  return open.attempts
    .filter((attempt) => inHand(attempt) || attempt === launcher)
    .map((attempt) => {
      if (attempt === launcher) return settled(attempt, "survived", seen.identity.pid, null);
      return attempt.pid === null ? interrupted(attempt) : settled(attempt, "superseded", attempt.pid, null);
    });
}

/** What they came to, now that none is. */
export function settleMissing(open: OpenOutage): SettledAttempt[] {
  return open.attempts
    .filter(inHand)
    .map((attempt) =>
      attempt.pid === null ? interrupted(attempt) : settled(attempt, "died", attempt.pid, null),
    );
}

/**
 * When the last attempt began of which nobody knows whether it launched anything: its check was killed before it could
 * note that. On Linux a process that is between its fork and its exec does not show yet what it will be.
 */
export function lastUncertain(open: OpenOutage | null): number | null {
  const uncertain =
    open?.attempts.filter((attempt) => attempt.pid === null && mayHaveLaunched(attempt)) ?? [];
  return uncertain.at(-1)?.at ?? null;
}

/** The attempt that this process is of; none where somebody else launched it. */
function launcherOf(attempts: readonly OpenAttempt[], { identity }: Alive): OpenAttempt | undefined {
  const noted = attempts.find(
    ({ result, pid, token }) =>
      result === null && pid === identity.pid && (token ?? identity.token) === identity.token,
  );
  const latest = attempts.findLast(({ at }) => at <= identity.startedAt);
  const isBirth = latest !== undefined && identity.startedAt - latest.at <= BIRTH_WINDOW_MS;
  if (noted) return noted;
  if (isBirth && mayHaveLaunched(latest)) return latest;
  return attempts.find((attempt) => {
    const early = attempt.at - identity.startedAt;
    return attempt.pid === null && mayHaveLaunched(attempt) && early >= 0 && early <= CLOCK_ERROR_MS;
  });
}

const inHand = (attempt: OpenAttempt) => attempt.result === null;
// Also one that was taken for interrupted, because its process could not be recognised yet.
const mayHaveLaunched = (attempt: OpenAttempt) => inHand(attempt) || attempt.error === INTERRUPTED;

const interrupted = (attempt: OpenAttempt) => settled(attempt, "failed", null, INTERRUPTED);
const settled = (
  { number }: OpenAttempt,
  result: AttemptResult,
  pid: number | null,
  error: string | null,
): SettledAttempt => ({ number, result, pid, error });
