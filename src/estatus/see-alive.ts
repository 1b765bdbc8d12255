import { codeOf } from "../app-error.ts";
import type { Identity } from "./core/identity.ts";
import { sameIdentity } from "./core/identity.ts";
import type { Memory } from "./core/memory.ts";
import type { Moment } from "./core/moment.ts";
import type { Alive, Observation } from "./core/observation.ts";
import type { Policy } from "./core/policy.ts";
import { isBeatOf, isStale } from "./core/stale.ts";
import { readHeartbeat } from "./adapters/heartbeat.ts";
import type { LiveProcess, Machine } from "./adapters/ports.ts";
import type { Program } from "./program.ts";

export type Present = Exclude<Observation, { state: "missing" | "unknown" }>;

/** Whether the next look is one that lists all processes: from time to time, and while there are more copies than one. */
export function isListingDue(memory: Memory | null, { listEvery }: Policy): boolean {
  return memory?.state === "duplicated" || (memory?.looksSinceListing ?? 0) + 1 >= listEvery;
}

/** The remembered process, if it is the very same that is alive now: one question about one pid. */
export function stillThere(
  machine: Machine,
  remembered: Identity | null,
  moment: Moment,
  memory: Memory | null = null,
): LiveProcess | null {
  const live = remembered && liveUnlessForeign(machine, remembered.pid, moment);
  return live !== null && sameIdentity(live.identity, remembered) ? inSteadyTime(live, moment, memory) : null;
}

// It could be looked at when it was remembered: what may not be looked at now is another process with its pid.
function liveUnlessForeign(machine: Machine, pid: number, moment: Moment): LiveProcess | null {
  try {
    return machine.live(pid, moment);
  } catch (error) {
    if (codeOf(error) === "EACCES") return null;
    throw error;
  }
}

/** Less than this, in ms, is what two clocks differ by without anybody setting one. */
const CLOCK_SET_MS = 2_000;

// Windows tells when a process began by the clock that people and time servers set. Where it was set since the last
// look, what had passed by then and what passed since on the other clock are its age.
function inSteadyTime(live: LiveProcess, moment: Moment, memory: Memory | null): LiveProcess {
  if (memory?.bootId !== moment.bootId || !sameIdentity(memory.identity, live.identity)) return live;
  const age = memory.checkedAt - memory.identity!.startedAt + moment.elapsed - memory.elapsed;
  if (Math.abs(age - live.age) < CLOCK_SET_MS) return live;
  return { identity: { ...live.identity, startedAt: moment.at - age }, age };
}

/** What there is to see of a program whose processes are alive, the one that counts first. */
export function seeAlive(
  machine: Machine,
  program: Program,
  memory: Memory | null,
  { at }: Moment,
  [first, ...others]: readonly LiveProcess[],
): Present {
  const { identity, age } = first!;
  const beat = program.heartbeat === null ? null : readHeartbeat(program.heartbeat);
  const own = beat !== null && isBeatOf(beat, identity) ? beat : null;
  const seen: Alive = {
    identity,
    age,
    heartbeat:
      program.heartbeat === null
        ? null
        : { beatAt: own?.beatAt ?? null, restored: own?.restored ? JSON.stringify(own.restored) : null },
  };
  const beatAt = own?.beatAt ?? null;
  if (
    seen.heartbeat !== null &&
    isStale({ at, age, beatAt }, memory?.beatAt ?? null, program.policy.hungAfter)
  ) {
    return { at, state: "hung", why: "heartbeat", ...seen };
  }
  if (machine.windowHung(identity.pid)) return { at, state: "hung", why: "window", ...seen };
  if (others.length > 0)
    return { at, state: "duplicated", others: others.map((other) => other.identity), ...seen };
  return { at, state: "up", ...seen };
}
