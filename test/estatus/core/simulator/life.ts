import type { Interval } from "../../../../src/estatus/core/outage.ts";
import { HOUR, MINUTE, SECOND } from "./machine.ts";
import { afterSleep, failureOf, startProcess, type Failure, type Process } from "./program-life.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

/** The program and its user, in true time; `until` must ascend. */
export type Life = {
  readonly process: () => Process | null;
  /** Lets happen what happens up to this instant. */
  readonly goOn: (until: number) => void;
  readonly sleep: (from: number, to: number) => void;
  readonly machineOff: (at: number) => void;
  readonly logon: (at: number) => void;
  readonly launch: (at: number) => void;
  readonly markSeen: () => void;
  readonly failures: readonly Failure[];
  /** When the process was there, in true time. */
  readonly alive: Interval[];
};

export function lifeOf(
  world: World,
  random: Random,
  onPause: (from: number, duration: number) => void,
): Life {
  const { habits } = world;
  const failures: Failure[] = [];
  const alive: Interval[] = [];
  let process: Process | null = null;
  let seen = false;
  let pid = 1000;
  let startsAt = Infinity;
  let pausesAt = random.waiting(world.pausesEvery);
  let pausedUntil = 0;

  const start = (at: number) => {
    process = startProcess(random, habits, ++pid, at);
    seen = false;
    startsAt = Infinity;
  };
  const end = (at: number) => {
    if (process) alive.push({ from: process.startedAt, to: at });
    process = null;
  };
  const fail = (failed: Process) => {
    failures.push(failureOf(random, habits, failed, seen));
    end(failed.failsAt);
    if (failed.failsAt < pausedUntil) {
      if (random.chance(0.4)) startsAt = failed.failsAt + random.between(MINUTE, HOUR);
    } else if (random.chance(habits.restarts))
      startsAt = failed.failsAt + random.between(5 * SECOND, 35 * SECOND);
  };
  const pause = (at: number) => {
    const duration = random.between(30 * MINUTE, 4 * HOUR);
    pausedUntil = at + duration;
    onPause(at, duration);
    pausesAt = at + duration + random.waiting(world.pausesEvery);
    if (process && random.chance(0.8)) process = { ...process, failsAt: at + random.between(1, 10 * SECOND) };
  };
  return {
    process: () => process,
    goOn: (until) => {
      for (;;) {
        const failsAt = process?.failsAt ?? Infinity;
        const next = Math.min(failsAt, startsAt, pausesAt);
        if (next > until) return;
        if (next === pausesAt) pause(next);
        else if (process !== null && next === failsAt) fail(process);
        else if (process === null) start(next);
        else startsAt = Infinity;
      }
    },
    sleep: (from, to) => {
      if (process) process = afterSleep(process, from, to);
      startsAt += to - from;
      pausesAt += to - from;
    },
    machineOff: (at) => {
      end(at);
      startsAt = Infinity;
    },
    logon: (at) => {
      if (random.chance(0.7)) startsAt = at + random.between(2 * SECOND, 40 * SECOND);
    },
    launch: (at) => {
      if (process === null) start(at);
    },
    markSeen: () => (seen = true),
    failures,
    alive,
  };
}
