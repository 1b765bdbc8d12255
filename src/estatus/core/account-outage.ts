import type { Continuity } from "./continuity.ts";
import { sameIdentity } from "./identity.ts";
import type { Known, Memory, NewOutage, OpenOutage, OutageEnd } from "./memory.ts";
import type { Moment } from "./moment.ts";
import type { Alive, Observation } from "./observation.ts";
import { afterPauses, causeOf, outageStart, type StartInterval } from "./outage-start.ts";
import { pausedUntil } from "./paused-until.ts";
import { HUNG_LOOKS, type Policy } from "./policy.ts";
import { settleMissing, settleUp, type SettledAttempt } from "./settle-attempts.ts";

export type OutageChange = {
  readonly opened: NewOutage | null;
  /** The end of the outage that was open. */
  readonly ended: OutageEnd | null;
  /** Whether the outage that was open is a cold start. */
  readonly startedCold: boolean;
  /** Attempts that earlier checks left in hand and this look could judge. */
  readonly settled: readonly SettledAttempt[];
};

type Seen = Exclude<Observation, { state: "unknown" }>;

/** Which outage begins or ends with this look. `known.memory` and `known.openOutage` speak in today's clock. */
export function accountOutage(
  known: Known,
  continuity: Continuity | null,
  moment: Moment,
  seen: Seen,
  policy: Policy,
): OutageChange {
  const open = known.openOutage;
  const startedCold = open?.kind === "cold-start";
  const change = { opened: null, ended: null, startedCold, settled: [] };
  if (seen.state === "missing") {
    if (open) return { ...change, settled: settleMissing(open) };
    return { ...change, opened: missing(known, continuity, moment, seen) };
  }
  if (open) return { ...change, ...whileOpen(open, known, moment, seen, policy) };
  if (seen.state === "hung") return { ...change, opened: hung(known, seen) };
  return { ...change, opened: unseen(known, continuity, moment, seen) };
}

function missing(
  known: Known,
  continuity: Continuity | null,
  moment: Moment,
  seen: Extract<Seen, { state: "missing" }>,
): NewOutage | null {
  const memory = known.memory;
  if (pausedUntil(known.pauses, moment.at) !== null) return null;
  if (memory === null || continuity === null || !continuity.sameSession)
    return coldStart(known, moment, moment.at, null);
  // Never seen alive, and no outage open: a pause covered the time until now.
  const aliveAt = memory.aliveAt ?? memory.coveredFrom;
  const start = afterPauses(
    outageStart(aliveAt, moment.at, seen.evidence, continuity.asleep),
    moment.at,
    known.pauses,
    memory.state === "missing",
  );
  if (start === null) return null;
  const kind = memory.identity === null ? "cold-start" : "missing";
  return {
    kind,
    cause: kind === "missing" ? causeOf(seen.evidence) : "unknown",
    earliestStart: start.earliest,
    latestStart: start.latest,
    end: null,
    unaided: kind === "missing" ? unaided(memory, known.pauses, continuity, moment, start, moment.at) : null,
  };
}

function hung(known: Known, seen: Extract<Seen, { state: "hung" }>): NewOutage | null {
  const memory = known.memory;
  if (memory === null || memory.staleLooks + 1 < HUNG_LOOKS || pausedUntil(known.pauses, seen.at) !== null)
    return null;
  const latest = Math.min(memory.staleSince ?? seen.at, seen.at);
  const lastSign = seen.heartbeat?.beatAt ?? memory.aliveAt ?? latest;
  const earliest = Math.min(Math.max(lastSign, seen.identity.startedAt), latest);
  const start = afterPauses({ earliest, latest }, seen.at, known.pauses, false);
  return (
    start && {
      kind: "hung",
      cause: "hung",
      earliestStart: start.earliest,
      latestStart: start.latest,
      end: null,
      unaided: null,
    }
  );
}

/** Up, no outage open, and yet another process than last time: it was away in between and nobody saw it. */
function unseen(
  known: Known,
  continuity: Continuity | null,
  moment: Moment,
  seen: Seen & Alive,
): NewOutage | null {
  const memory = known.memory;
  if (memory === null || continuity === null || sameIdentity(memory.identity, seen.identity)) return null;
  const endedAt = Math.min(seen.identity.startedAt, moment.at);
  const end: OutageEnd = { at: endedAt, by: "someone-else", restored: seen.heartbeat?.restored ?? null };
  // Away in a pause since this session began, or since the very first check.
  const notStarted = memory.identity === null && memory.state === "missing";
  if (!continuity.sameSession || notStarted) return coldStart(known, moment, endedAt, end);
  if (memory.identity === null || memory.aliveAt === null) return null;
  // Another copy, or what the one before had forked: it was there while that one was, so the program was never away.
  if (endedAt <= memory.aliveAt) return null;
  const start = afterPauses(
    outageStart(memory.aliveAt, endedAt, seen.predecessor ?? null, continuity.asleep),
    endedAt,
    known.pauses,
    memory.state === "missing",
  );
  return (
    start && {
      kind: "restarted",
      cause: causeOf(seen.predecessor ?? null),
      earliestStart: start.earliest,
      latestStart: start.latest,
      end,
      unaided: unaided(memory, known.pauses, continuity, moment, start, endedAt),
    }
  );
}

function whileOpen(
  open: OpenOutage,
  known: Known,
  moment: Moment,
  seen: Seen & Alive,
  policy: Policy,
): Pick<OutageChange, "ended" | "settled"> {
  const sameAsBefore = sameIdentity(known.memory?.identity ?? null, seen.identity);
  const hangsOn = open.kind === "hung" && sameAsBefore;
  if (seen.state === "hung" || (!hangsOn && !isProven(seen, policy))) {
    return { ended: null, settled: [] };
  }
  const settled = hangsOn ? [] : settleUp(open, seen);
  const ours = settled.some((attempt) => attempt.result === "survived");
  const at = hangsOn ? moment.at : seen.identity.startedAt;
  // A process that was there before a look missed it (a list takes its time) says that the outage had begun before it.
  const ended: OutageEnd = {
    at: Math.min(Math.max(at, open.earliestStart), Math.max(moment.at, open.latestStart)),
    by: ours ? "estatus" : "someone-else",
    restored: hangsOn ? null : (seen.heartbeat?.restored ?? null),
  };
  return { ended, settled };
}

/** Away from the session's beginning, as far as no pause excuses it, until `until` at least. */
function coldStart(known: Known, moment: Moment, until: number, end: OutageEnd | null): NewOutage | null {
  const checkedAt = known.memory?.checkedAt ?? moment.at;
  const from = Math.min(until, Math.max(sessionStart(moment, known.memory !== null), checkedAt));
  const start = afterPauses({ earliest: from, latest: from }, until, known.pauses, true);
  return (
    start && {
      kind: "cold-start",
      cause: "unknown",
      earliestStart: start.earliest,
      latestStart: start.latest,
      end,
      unaided: null,
    }
  );
}

// Only two looks that followed one another and leave the whole time between them open tell how starts are spread.
function unaided(
  memory: Memory,
  pauses: Known["pauses"],
  { gap, clockShift, asleep }: Continuity,
  moment: Moment,
  start: StartInterval,
  until: number,
): number | null {
  const isEven = gap === null && clockShift === 0 && asleep === 0 && pauses.length === 0;
  const open = start.earliest === memory.checkedAt && start.latest === until;
  return isEven && open && memory.aliveAt === memory.checkedAt ? moment.at - memory.checkedAt : null;
}

/** A program counts as back when it has lived for `survive` and, where it keeps a heartbeat, has beaten. */
export function isProven(seen: Alive, policy: Pick<Policy, "survive">): boolean {
  return seen.age >= policy.survive && (seen.heartbeat === null || seen.heartbeat.beatAt !== null);
}

function sessionStart(moment: Moment, checkedBefore: boolean): number {
  if (!checkedBefore) return moment.at;
  return moment.loggedOnAt ?? moment.at - moment.elapsed;
}
