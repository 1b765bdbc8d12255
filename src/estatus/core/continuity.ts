import type { Memory, OpenOutage } from "./memory.ts";
import type { Moment } from "./moment.ts";
import type { GapCause } from "./outage.ts";
import { gapAfter, WORTH_TELLING, type Policy } from "./policy.ts";

/** A wall clock that ran this much (ms) apart from the machine's own clock was set by someone. */
const CLOCK_JUMP_MS = 2_000;

export type Continuity = {
  /** Why the time since the last check is a gap; null where it is covered. */
  readonly gap: GapCause | null;
  /** What the wall clock jumped since, in ms; to be added to remembered times to say them in today's clock. */
  readonly clockShift: number;
  /** Of the time since, what the machine slept (ms); 0 after a boot. */
  readonly asleep: number;
  readonly sameBoot: boolean;
  readonly sameSession: boolean;
};

/** How this moment follows on the last check. */
export function continuityOf(memory: Memory, moment: Moment, policy: Policy): Continuity {
  const sameBoot = memory.bootId === moment.bootId;
  const sameSession = sameBoot && sameLogon(memory.loggedOnAt, moment.loggedOnAt);
  if (!sameBoot) return { gap: "machine-off", clockShift: 0, asleep: 0, sameBoot, sameSession };

  const elapsed = moment.elapsed - memory.elapsed;
  const drift = moment.at - memory.checkedAt - elapsed;
  const clockShift = Math.abs(drift) > CLOCK_JUMP_MS ? drift : 0;
  const asleep = Math.max(0, elapsed - (moment.awake - memory.awake));
  return {
    gap: gapCause(memory, policy, elapsed, asleep, clockShift, sameSession),
    clockShift,
    asleep,
    sameBoot,
    sameSession,
  };
}

function gapCause(
  memory: Memory,
  policy: Policy,
  elapsed: number,
  asleep: number,
  clockShift: number,
  sameSession: boolean,
): GapCause | null {
  if (neverCouldTell(memory)) return "unexplained";
  // Until it was overdue by what the last check was told, this one was not late, whatever is configured since.
  if (elapsed > gapAfter({ interval: Math.max(memory.interval, policy.interval) })) {
    if (!sameSession) return "logged-off";
    return asleep > elapsed / 2 ? "asleep" : "unexplained";
  }
  // Checks that are far apart need not be late for a machine to have slept most of the time between them.
  if (asleep > Math.max(WORTH_TELLING, elapsed / 2)) return "asleep";
  return clockShift === 0 ? null : "clock-changed";
}

const neverCouldTell = (memory: Memory) => memory.state === "unknown" && memory.aliveAt === null;

// The same logon read twice may differ by what the wall clock was corrected in between.
function sameLogon(before: number | null, now: number | null): boolean {
  return before === null || now === null || Math.abs(before - now) < 60_000;
}

/** The memory with its wall clock times said in today's clock. */
export function inTodaysClock(memory: Memory, shift: number): Memory {
  if (shift === 0) return memory;
  const moved = (at: number | null) => (at === null ? null : at + shift);
  return {
    ...memory,
    identity: memory.identity && { ...memory.identity, startedAt: memory.identity.startedAt + shift },
    aliveAt: moved(memory.aliveAt),
    beatAt: moved(memory.beatAt),
    staleSince: moved(memory.staleSince),
    lastAttemptAt: moved(memory.lastAttemptAt),
  };
}

/** So much (ms) outside of what a check could have recorded in this boot, attempts begin and clocks drift. */
const RECORDED_NEAR_MS = 60_000;

/**
 * The open outage with its times said in today's clock, where the wall clock was set by `shift` since the check that
 * left `memory`. What was recorded before this boot was told by the clock as it stood then, of which this says nothing:
 * a clock that is behind after the boot and then mended stands where it stood.
 */
export function outageInTodaysClock(open: OpenOutage, memory: Memory, shift: number): OpenOutage {
  const bootAt = memory.checkedAt - memory.elapsed;
  const moved = (at: number) =>
    at >= bootAt - RECORDED_NEAR_MS && at <= memory.checkedAt + RECORDED_NEAR_MS ? at + shift : at;
  const latestStart = moved(open.latestStart);
  return {
    ...open,
    latestStart,
    earliestStart: open.earliestStart + latestStart - open.latestStart,
    attempts: open.attempts.map((attempt) => ({ ...attempt, at: moved(attempt.at) })),
  };
}
