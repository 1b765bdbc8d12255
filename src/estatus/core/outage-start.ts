import type { Evidence } from "./observation.ts";
import type { Cause, Interval } from "./outage.ts";

export type StartInterval = { readonly earliest: number; readonly latest: number };

/**
 * A heartbeat comes every 5 s; one that is this much (ms) old at a program's end was its last. A program that
 * was silent for longer was as good as away: that is what its heartbeat promises.
 */
const BEAT_WITHIN_MS = 6_000;

/**
 * Between which two instants (UTC ms) a program went away that was last known alive at `aliveAt` and known
 * away at `awayAt`: an interval-censored time (Turnbull 1976), narrowed by what the program or the system left
 * behind. A receipt or a crash event gives it exactly; the last heartbeat leaves the few seconds in which the
 * next was due, and the time `asleep` (ms since `aliveAt`) in which none could be.
 */
export function outageStart(
  aliveAt: number,
  awayAt: number,
  evidence: Evidence | null,
  asleep = 0,
): StartInterval {
  const from = Math.min(aliveAt, awayAt);
  const bounded = (at: number) => Math.min(Math.max(at, from), awayAt);
  const exact = evidence?.crashedAt ?? evidence?.closed?.at ?? null;
  if (exact !== null) return { earliest: bounded(exact), latest: bounded(exact) };
  const beatAt = evidence?.beatAt ?? null;
  const nextBeatBy = (beatAt ?? -Infinity) + BEAT_WITHIN_MS + asleep;
  // Seen alive when its next beat was overdue: then its silence tells nothing.
  if (beatAt === null || nextBeatBy < from) return { earliest: from, latest: awayAt };
  return { earliest: bounded(beatAt), latest: bounded(nextBeatBy) };
}

/**
 * The part of a start interval that no pause excuses; null where the outage was over before a pause was. A program that was
 * already known to be away during the pause is away from the pause's end on, exactly; where nobody looked during it, it may
 * have gone before the pause began.
 */
export function afterPauses(
  start: StartInterval,
  endsAt: number,
  pauses: readonly Interval[],
  knownAwayInPause: boolean,
): StartInterval | null {
  const touching = pauses.filter((pause) => pause.from <= start.latest && pause.to > start.earliest);
  if (touching.length === 0) return start;
  const pauseEnd = Math.max(...touching.map((pause) => pause.to));
  if (pauseEnd >= endsAt) return null;
  if (knownAwayInPause) return { earliest: pauseEnd, latest: pauseEnd };
  const isExcused = touching.some((pause) => pause.from <= start.earliest);
  return { earliest: isExcused ? pauseEnd : start.earliest, latest: Math.max(pauseEnd, start.latest) };
}

/** Why a program is away. `killed` is what is left when a program that says goodbye did not, and nothing crashed. */
export function causeOf(evidence: Evidence | null): Cause {
  if (evidence === null) return "unknown";
  if (evidence.crashedAt !== null) return "crashed";
  if (evidence.closed !== null) return evidence.closed.reason === "crashed" ? "crashed" : "closed";
  return evidence.beatAt === null ? "unknown" : "killed";
}
