import type { Random } from "./random.ts";
import { SECOND } from "./machine.ts";

/** One process of the program, in true time. `failsAt` is drawn when it starts. */
export type Process = {
  readonly pid: number;
  readonly startedAt: number;
  readonly failsAt: number;
  /** It beats every 5 s from here on; before, its last beat was `beatBefore`. */
  readonly beatsFrom: number;
  readonly beatBefore: number;
};

const BEAT = 5 * SECOND;

/** The last beat of a process at `at`, true time. */
export function lastBeat(process: Process, at: number): number {
  return at < process.beatsFrom ? process.beatBefore : at - ((at - process.beatsFrom) % BEAT);
}

/** A process whose machine slept from `from` to `to`: what would have happened happens later, and no beat was due. */
export function afterSleep(process: Process, from: number, to: number): Process {
  return {
    ...process,
    failsAt: process.failsAt + to - from,
    beatsFrom: to + 1 * SECOND,
    beatBefore: lastBeat(process, from),
  };
}

/** How a process went away, and what that left behind. */
export type Failure = {
  readonly at: number;
  readonly process: Process;
  readonly how: "killed" | "closed" | "crashed";
  /** Some check had seen this process alive. */
  readonly seen: boolean;
};

export type Habits = {
  /** Mean time from a start to the failure, ms. */
  readonly mtbf: number;
  /** The share of failures after which the user starts the program again, within a minute. */
  readonly restarts: number;
  /** The share of launches that die within seconds. */
  readonly badLaunches: number;
  /** How often a process says goodbye or the system logs its crash; the rest is killed without a word. */
  readonly receipts: number;
  readonly crashEvents: number;
};

export function startProcess(random: Random, habits: Habits, pid: number, at: number): Process {
  const life = random.chance(habits.badLaunches)
    ? random.between(1, 5 * SECOND)
    : random.waiting(habits.mtbf);
  return { pid, startedAt: at, failsAt: at + life, beatsFrom: at, beatBefore: at };
}

export function failureOf(random: Random, habits: Habits, process: Process, seen: boolean): Failure {
  const draw = random.next();
  const how =
    draw < habits.receipts ? "closed" : draw < habits.receipts + habits.crashEvents ? "crashed" : "killed";
  return { at: process.failsAt, process, how, seen };
}
