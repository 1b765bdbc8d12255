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

/** Whether the next look is one that lists all processes. */
export function isListingDue(memory: Memory | null, { listEvery }: Policy): boolean {
  return (memory?.looksSinceListing ?? 0) + 1 >= listEvery;
}

/** The remembered process, if it is the very same that is alive now: one question about one pid. */
export function stillThere(
  machine: Machine,
  remembered: Identity | null,
  moment: Moment,
): LiveProcess | null {
  const live = remembered && machine.live(remembered.pid, moment);
  return live !== null && sameIdentity(live.identity, remembered) ? live : null;
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
