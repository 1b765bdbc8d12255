import { decide } from "../../../../src/estatus/core/decide.ts";
import type { Memory } from "../../../../src/estatus/core/memory.ts";
import type { Evidence, Observation } from "../../../../src/estatus/core/observation.ts";
import type { Interval } from "../../../../src/estatus/core/outage.ts";
import type { Ledger } from "./ledger.ts";
import { lifeOf, type Life } from "./life.ts";
import {
  alwaysOn,
  clocks,
  LOGON_AFTER,
  officeMachine,
  SECOND,
  wallClock,
  type Machine,
  type Stretch,
} from "./machine.ts";
import { lastBeat, type Failure } from "./program-life.ts";
import { randomFrom, type Random } from "./random.ts";
import type { World } from "./world.ts";

export const EPOCH = Date.UTC(2020, 0, 1);

/** Told of each look: when (wall clock) and what an ordinary monitor would have seen. */
export type Onlooker = (at: number, state: "up" | "down" | "paused") => void;

export type Simulation = {
  readonly machine: Machine;
  readonly life: Life;
  /** In wall clock time. */
  readonly pauses: readonly Interval[];
  /** True times of looks. */
  readonly looks: readonly number[];
};

/** Runs a world through the accounting, a check at a time, and keeps what really happened. */
export function simulate(world: World, ledger: Ledger, onlooker: Onlooker = () => {}): Simulation {
  const random = randomFrom(world.seed);
  const machine =
    world.machine === "office" ? officeMachine(random, world.length) : alwaysOn(random, world.length);
  const wall = wallClock(machine, EPOCH);
  const momentAt = clocks(machine, wallClock(machine, EPOCH));
  const pauses: Interval[] = [];
  const looks: number[] = [];
  const life = lifeOf(world, random, (at, duration) => {
    pauses.push({ from: wall(at), to: wall(at) + duration });
    ledger.pause(wall(at), wall(at) + duration);
  });

  const look = (at: number): { state: Observation["state"]; launch: boolean } => {
    life.goOn(at);
    const moment = momentAt(at);
    const before = ledger.known(moment.at);
    const observation = observe(world, life, at, wall, before.memory);
    ledger.record(before, moment, observation);
    looks.push(at);
    if (observation.state === "up") life.markSeen();
    const { memory, pauses: recent } = ledger.known(moment.at);
    const active = recent.find((one) => one.from <= moment.at && moment.at < one.to);
    onlooker(moment.at, active ? "paused" : observation.state === "up" ? "up" : "down");
    const { staleLooks, recentAttempts, lastAttemptAt } = memory!;
    const known = { pausedUntil: active?.to ?? null, staleLooks, recentAttempts, lastAttemptAt };
    return { state: observation.state, launch: decide(observation, known, world.policy).action === "launch" };
  };
  const check = (at: number, until: number) => {
    if (!look(at).launch) return;
    ledger.attempt(wall(at));
    const launchAt = at + random.between(100, 1 * SECOND);
    if (launchAt >= until) return;
    life.goOn(launchAt);
    life.launch(launchAt);
    if (launchAt + world.policy.survive < until) look(launchAt + world.policy.survive);
  };

  let boot = 0;
  for (const stretch of machine.stretches) {
    if (stretch.state === "off") life.machineOff(stretch.from);
    else if (stretch.state === "asleep") life.sleep(stretch.from, stretch.to);
    else {
      const begin = stretch.boot === boot ? stretch.from : stretch.from + LOGON_AFTER;
      if (stretch.boot !== boot) life.logon(begin);
      boot = stretch.boot;
      for (const at of ticks(world, random, stretch, begin)) check(at, stretch.to);
      life.goOn(stretch.to - 1);
    }
  }
  return { machine, life, pauses, looks };
}

/** When the scheduler runs a check while the machine is on: every interval, a little late, sometimes not. */
function* ticks(world: World, random: Random, stretch: Stretch, begin: number): Generator<number> {
  let disabledUntil = 0;
  for (let at = begin + random.between(1, 10 * SECOND); at < stretch.to; at += world.policy.interval) {
    if (random.chance(world.policy.interval / world.disabledEvery)) {
      disabledUntil = at + random.between(0.5, 6) * 3600 * SECOND;
    }
    const late = at + random.between(0, 2 * SECOND);
    if (late < disabledUntil || late >= stretch.to || random.chance(world.missed)) continue;
    yield late;
  }
}

function observe(
  world: World,
  life: Life,
  at: number,
  wall: (at: number) => number,
  memory: Memory | null,
): Observation {
  const now = wall(at);
  const shown = (past: number) => now - (at - past);
  const process = life.process();
  const remembered = memory?.identity?.pid ?? null;
  if (process === null) {
    const last = life.failures.at(-1);
    const evidence = evidenceOf(last?.process.pid === remembered ? last : undefined, world, shown);
    return { at: now, state: "missing", evidence };
  }
  const identity = { pid: process.pid, token: `${process.startedAt}`, startedAt: shown(process.startedAt) };
  const heartbeat = world.evidence ? { beatAt: shown(lastBeat(process, at)), restored: null } : null;
  // A program that starts knows the last word of the one before it, and only of that one.
  const before = life.failures.at(-1);
  const predecessor = evidenceOf(before?.process.pid === remembered ? before : undefined, world, shown);
  return { at: now, state: "up", identity, age: at - process.startedAt, heartbeat, predecessor };
}

function evidenceOf(failure: Failure | undefined, world: World, shown: (past: number) => number): Evidence {
  if (!world.evidence || failure === undefined) return { beatAt: null, closed: null, crashedAt: null };
  const at = shown(failure.at);
  return {
    beatAt: shown(lastBeat(failure.process, failure.at)),
    closed: failure.how === "closed" ? { at, reason: "quit" } : null,
    crashedAt: failure.how === "crashed" ? at : null,
  };
}
