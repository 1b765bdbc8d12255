import type { Moment } from "../../../../src/estatus/core/moment.ts";
import type { Random } from "./random.ts";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A stretch of true time in which a machine is in one state. `boot` counts how often it was started. */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly state: "on" | "asleep" | "off";
  readonly boot: number;
};

/** From `from` on the wall clock shows true time plus `offset`. */
type ClockStep = { readonly from: number; readonly offset: number };

export type Machine = { readonly stretches: readonly Stretch[]; readonly steps: readonly ClockStep[] };

/** How long after a boot the user logs on. */
export const LOGON_AFTER = 20 * SECOND;

/** An office machine: on by day, asleep or off by night, rebooted now and then, its clock set a few times a year. */
export function officeMachine(random: Random, length: number): Machine {
  const stretches: Stretch[] = [];
  let at = 0;
  let boot = 1;
  const stretch = (state: Stretch["state"], duration: number) => {
    const to = Math.min(length, at + duration);
    if (to > at) stretches.push({ from: at, to, state, boot });
    at = to;
    return at < length;
  };
  do {
    for (let part = random.between(1, 4); part > 0; part--) {
      stretch("on", random.between(1 * HOUR, 5 * HOUR));
      if (random.chance(0.4)) stretch("asleep", random.between(1 * MINUTE, 90 * MINUTE));
      else if (random.chance(0.1)) stretch("off", random.between(40 * SECOND, 5 * MINUTE));
      if (stretches.at(-1)!.state === "off") boot++;
    }
    if (random.chance(0.4)) {
      stretch("off", random.between(8 * HOUR, 15 * HOUR));
      boot++;
    }
  } while (stretch("asleep", random.chance(0.5) ? random.between(8 * HOUR, 15 * HOUR) : 3 * MINUTE));
  return { stretches, steps: clockSteps(random, length) };
}

/** A machine that is never asleep or off. */
export function alwaysOn(random: Random, length: number): Machine {
  return { stretches: [{ from: 0, to: length, state: "on", boot: 1 }], steps: clockSteps(random, length) };
}

function clockSteps(random: Random, length: number): ClockStep[] {
  const steps: ClockStep[] = [{ from: 0, offset: 0 }];
  let at = random.waiting(60 * DAY);
  while (at < length) {
    steps.push({ from: at, offset: random.between(-2 * HOUR, 2 * HOUR) });
    at += random.waiting(60 * DAY);
  }
  return steps;
}

/** What the wall clock shows, UTC milliseconds, at true times asked for in ascending order. */
export function wallClock(machine: Machine, epoch: number): (at: number) => number {
  let i = 0;
  return (at) => {
    while (i > 0 && machine.steps[i]!.from > at) i--;
    while (i + 1 < machine.steps.length && machine.steps[i + 1]!.from <= at) i++;
    return epoch + at + machine.steps[i]!.offset;
  };
}

/** What all clocks say at true times inside stretches that are on, asked for in ascending order. */
export function clocks(machine: Machine, wall: (at: number) => number): (at: number) => Moment {
  let i = 0;
  let booted = 0;
  let asleep = 0;
  let loggedOnAt = wall(0);
  return (at) => {
    while (machine.stretches[i]!.to <= at) {
      const left = machine.stretches[i]!;
      const entered = machine.stretches[++i]!;
      if (left.state === "asleep") asleep += left.to - left.from;
      if (entered.boot !== left.boot) {
        booted = entered.from;
        asleep = 0;
        loggedOnAt = wall(entered.from + LOGON_AFTER);
      }
    }
    const elapsed = at - booted;
    return {
      at: wall(at),
      bootId: `boot ${machine.stretches[i]!.boot}`,
      elapsed,
      awake: elapsed - asleep,
      loggedOnAt,
    };
  };
}
