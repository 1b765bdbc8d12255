import type { Continuity } from "./continuity.ts";
import { sameIdentity } from "./identity.ts";
import type { Known, NewOutage, OpenAttempt, OpenOutage, OutageEnd } from "./memory.ts";
import type { Moment } from "./moment.ts";
import type { Alive, Observation } from "./observation.ts";
import type { AttemptResult } from "./outage.ts";
import { afterPauses, causeOf, outageStart } from "./outage-start.ts";
import { HUNG_LOOKS, type Policy } from "./policy.ts";

export type SettledAttempt = {
  readonly id: number;
  readonly result: AttemptResult;
  readonly pid: number | null;
  readonly error: string | null;
};

export type OutageChange = {
  readonly opened: NewOutage | null;
  /** The end of the outage that was open. */
  readonly ended: OutageEnd | null;
  /** Attempts that earlier checks left in hand and this look could judge. */
  readonly settled: readonly SettledAttempt[];
};

type Seen = Exclude<Observation, { state: "unknown" }>;

/** Which outage begins or ends with this look. `known.memory` speaks in today's clock. */
export function accountOutage(
  known: Known,
  continuity: Continuity | null,
  moment: Moment,
  seen: Seen,
  policy: Policy,
): OutageChange {
  const open = known.openOutage;
  if (seen.state === "missing") {
    return {
      opened: open ? null : missing(known, continuity, moment, seen),
      ended: null,
      settled: open ? settleMissing(open) : [],
    };
  }
  if (open) return whileOpen(open, known, moment, seen, policy);
  if (seen.state === "hung") return { opened: hung(known, seen), ended: null, settled: [] };
  return { opened: unseen(known, continuity, moment, seen), ended: null, settled: [] };
}

function missing(
  known: Known,
  continuity: Continuity | null,
  moment: Moment,
  seen: Extract<Seen, { state: "missing" }>,
): NewOutage | null {
  const memory = known.memory;
  if (pausedAt(known, moment.at)) return null;
  if (memory === null || continuity === null || !continuity.sameSession) {
    const from = Math.min(
      moment.at,
      Math.max(sessionStart(moment, memory !== null), memory?.checkedAt ?? moment.at),
    );
    return { kind: "cold-start", cause: "unknown", earliestStart: from, latestStart: from, end: null };
  }
  // Never seen alive, and no outage open: a pause covered the time until now.
  const aliveAt = memory.aliveAt ?? memory.coveredFrom;
  const start = afterPauses(
    outageStart(Math.min(aliveAt, moment.at), moment.at, seen.evidence),
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
  };
}

function hung(known: Known, seen: Extract<Seen, { state: "hung" }>): NewOutage | null {
  const memory = known.memory;
  if (memory === null || memory.staleLooks + 1 < HUNG_LOOKS || pausedAt(known, seen.at)) return null;
  const latestStart = Math.min(memory.staleSince ?? seen.at, seen.at);
  const lastSign = seen.heartbeat?.beatAt ?? memory.aliveAt ?? latestStart;
  return {
    kind: "hung",
    cause: "hung",
    earliestStart: Math.min(Math.max(lastSign, seen.identity.startedAt), latestStart),
    latestStart,
    end: null,
  };
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
  if (!continuity.sameSession) {
    const from = Math.min(endedAt, Math.max(sessionStart(moment, true), memory.checkedAt));
    return { kind: "cold-start", cause: "unknown", earliestStart: from, latestStart: from, end };
  }
  if (memory.identity === null || memory.aliveAt === null) return null;
  const start = afterPauses(
    outageStart(Math.min(memory.aliveAt, endedAt), endedAt, null),
    endedAt,
    known.pauses,
    memory.state === "missing",
  );
  return (
    start && {
      kind: "restarted",
      cause: "unknown",
      earliestStart: start.earliest,
      latestStart: start.latest,
      end,
    }
  );
}

function whileOpen(
  open: OpenOutage,
  known: Known,
  moment: Moment,
  seen: Seen & Alive,
  policy: Policy,
): OutageChange {
  const sameAsBefore = sameIdentity(known.memory?.identity ?? null, seen.identity);
  const hangsOn = open.kind === "hung" && sameAsBefore;
  if (seen.state === "hung" || (!hangsOn && !isProven(seen, policy))) {
    return { opened: null, ended: null, settled: [] };
  }
  const settled = hangsOn ? [] : settleUp(open, seen);
  const ours = settled.some((attempt) => attempt.result === "survived");
  const at = hangsOn ? moment.at : seen.identity.startedAt;
  const ended: OutageEnd = {
    at: Math.min(Math.max(at, open.latestStart), Math.max(moment.at, open.latestStart)),
    by: ours ? "estatus" : "someone-else",
    restored: seen.heartbeat?.restored ?? null,
  };
  return { opened: null, ended, settled };
}

/** A program counts as back when it has lived for `survive` and, where it keeps a heartbeat, has beaten. */
export function isProven(seen: Alive, policy: Pick<Policy, "survive">): boolean {
  return seen.age >= policy.survive && (seen.heartbeat === null || seen.heartbeat.beatAt !== null);
}

/** A process born within this many ms of an attempt is that attempt's, also where the launched one forked and left. */
const BIRTH_WINDOW_MS = 15_000;

function settleUp(open: OpenOutage, seen: Alive): SettledAttempt[] {
  return open.attempts.filter(inHand).map((attempt) => {
    const bornAfter = seen.identity.startedAt - attempt.at;
    const launched =
      attempt.pid === seen.identity.pid && (attempt.token ?? seen.identity.token) === seen.identity.token;
    if (launched || (bornAfter >= 0 && bornAfter <= BIRTH_WINDOW_MS)) {
      return { id: attempt.id, result: "survived", pid: seen.identity.pid, error: null };
    }
    return attempt.pid === null
      ? interrupted(attempt)
      : { id: attempt.id, result: "superseded", pid: attempt.pid, error: null };
  });
}

function settleMissing(open: OpenOutage): SettledAttempt[] {
  return open.attempts
    .filter(inHand)
    .map((attempt) => (attempt.pid === null ? interrupted(attempt) : died(attempt)));
}

const inHand = (attempt: OpenAttempt) => attempt.result === null;
const died = (attempt: OpenAttempt): SettledAttempt => ({
  id: attempt.id,
  result: "died",
  pid: attempt.pid,
  error: null,
});
const interrupted = (attempt: OpenAttempt): SettledAttempt => ({
  id: attempt.id,
  result: "failed",
  pid: null,
  error: "the check was interrupted before the launch",
});

const pausedAt = (known: Known, at: number) =>
  known.pauses.some((pause) => pause.from <= at && at < pause.to);

function sessionStart(moment: Moment, checkedBefore: boolean): number {
  if (!checkedBefore) return moment.at;
  return moment.loggedOnAt ?? moment.at - moment.elapsed;
}
