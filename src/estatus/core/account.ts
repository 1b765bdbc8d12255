import { continuityOf, inTodaysClock, outageInTodaysClock, type Continuity } from "./continuity.ts";
import { accountOutage, type OutageChange } from "./account-outage.ts";
import type { Known, Memory, OpenOutage } from "./memory.ts";
import type { Moment } from "./moment.ts";
import type { Alive, Observation } from "./observation.ts";
import type { Gap, Interval } from "./outage.ts";
import type { Policy } from "./policy.ts";

/** Everything one look changes in the store. */
export type Account = {
  readonly memory: Memory;
  /** Coverage that ended because the time since the last check is a gap. */
  readonly finishedCoverage: Interval | null;
  readonly gap: Gap | null;
  /** The outage that was open, with its times and its attempts' in today's clock; null where no clock was set. */
  readonly movedOutage: OpenOutage | null;
  readonly outage: OutageChange;
  /** Nothing but `memory` changed: a steady check. */
  readonly steady: boolean;
};

/**
 * The accounting of one look, given what earlier checks know: how coverage goes on, and which outage begins,
 * ends or turns out to have happened unseen. Pure; an `unknown` look changes nothing but the memory of it.
 */
export function account(known: Known, moment: Moment, observation: Observation, policy: Policy): Account {
  const before = known.memory;
  if (observation.state === "unknown") return unknownLook(before, moment, observation.reason, policy);

  const continuity = before && continuityOf(before, moment, policy);
  const shift = continuity?.clockShift ?? 0;
  const memory = before && inTodaysClock(before, shift);
  const moved =
    before && known.openOutage && shift !== 0 ? outageInTodaysClock(known.openOutage, before, shift) : null;
  const openOutage = moved ?? known.openOutage;
  const outage = accountOutage({ ...known, memory, openOutage }, continuity, moment, observation, policy);
  const split = before !== null && continuity !== null && continuity.gap !== null;
  return {
    memory: nextMemory(memory, continuity, moment, observation, outage, policy),
    finishedCoverage: split ? { from: before.coveredFrom, to: before.checkedAt } : null,
    // After a clock set back the gap has no length of its own: it only marks the split.
    gap: split
      ? { from: Math.min(before.checkedAt, moment.at), to: moment.at, cause: continuity.gap! }
      : null,
    movedOutage: moved,
    outage,
    steady: !split && outage.opened === null && outage.ended === null && outage.settled.length === 0,
  };
}

const NO_OUTAGE_CHANGE: OutageChange = { opened: null, ended: null, startedCold: false, settled: [] };

function unknownLook(before: Memory | null, moment: Moment, reason: string, policy: Policy): Account {
  const { interval } = policy;
  const memory: Memory = before
    ? { ...before, state: "unknown", reason, lookedAt: moment.at, interval }
    : { ...firstMemory(moment, interval), state: "unknown", reason };
  return {
    memory,
    finishedCoverage: null,
    gap: null,
    movedOutage: null,
    outage: NO_OUTAGE_CHANGE,
    steady: true,
  };
}

function firstMemory(moment: Moment, interval: number): Memory {
  return {
    state: "missing",
    reason: null,
    lookedAt: moment.at,
    coveredFrom: moment.at,
    checkedAt: moment.at,
    bootId: moment.bootId,
    loggedOnAt: moment.loggedOnAt,
    elapsed: moment.elapsed,
    awake: moment.awake,
    identity: null,
    aliveAt: null,
    beatAt: null,
    interval,
    staleLooks: 0,
    staleSince: null,
    looksSinceListing: 0,
    recentAttempts: 0,
    lastAttemptAt: null,
  };
}

function nextMemory(
  before: Memory | null,
  continuity: Continuity | null,
  moment: Moment,
  observation: Exclude<Observation, { state: "unknown" }>,
  outage: OutageChange,
  policy: Policy,
): Memory {
  const covered = before !== null && continuity !== null && continuity.gap === null;
  const alive = observation.state === "missing" ? null : observation;
  const stale = observation.state === "hung";
  const forget = continuity?.sameBoot === false || isNoLoop(observation, outage, policy);
  return {
    ...firstMemory(moment, policy.interval),
    state: observation.state,
    // Never later than now: the clock may have been set back by less than counts as a jump.
    coveredFrom: covered ? Math.min(before.coveredFrom, moment.at) : moment.at,
    // What ran before a boot or logon says nothing of this session, whose first start is to come.
    identity: alive?.identity ?? (continuity?.sameSession === false ? null : (before?.identity ?? null)),
    aliveAt: signOfLife(before, moment, alive, stale),
    beatAt: alive?.heartbeat?.beatAt ?? before?.beatAt ?? null,
    staleLooks: stale ? (before?.staleLooks ?? 0) + 1 : 0,
    staleSince: stale ? (before?.staleSince ?? moment.at) : null,
    looksSinceListing: (before?.looksSinceListing ?? 0) + 1,
    recentAttempts: forget ? 0 : Math.max(0, (before?.recentAttempts ?? 0) - neverMade(outage)),
    lastAttemptAt: forget || neverMade(outage) > 0 ? null : (before?.lastAttemptAt ?? null),
  };
}

// What makes earlier attempts forgotten: a stable program, a first start, or an end that came from outside. Somebody
// who closes or kills a program that had proved itself is no crash loop, however often it happens.
function isNoLoop(
  observation: Observation,
  { opened, ended, startedCold }: OutageChange,
  policy: Policy,
): boolean {
  if (observation.state === "up" && observation.age >= policy.stableAfter) return true;
  return opened?.cause === "closed" || opened?.cause === "killed" || (ended !== null && startedCold);
}

// Attempts of checks that were killed before the launch, which is all that a later look calls failed: they say nothing
// about the program, which must not wait because of them.
const neverMade = ({ settled }: OutageChange) => settled.filter(({ result }) => result === "failed").length;

function signOfLife(
  before: Memory | null,
  moment: Moment,
  alive: Alive | null,
  stale: boolean,
): number | null {
  if (alive !== null && !stale) return moment.at;
  return alive?.heartbeat?.beatAt ?? before?.aliveAt ?? null;
}
