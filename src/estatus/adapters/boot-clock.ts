import os from "node:os";
import { monotonic } from "../../monotonic.ts";
import { readProc } from "./proc-file.ts";
import { parseStat } from "./proc-stat.ts";

// The kernel's USER_HZ, 100 on every architecture Node runs on: field 22 of /proc/PID/stat counts in it.
export const TICK_MS = 10;
/** By so much, in ms, two readings of one clock never differ: a process that began that much later than now began by another. */
const ANOTHER_CLOCK_MS = 10_000;

let hidden: number | undefined;

/** Ms since boot by the clock that says when processes began, its sleep included. */
export function sinceBoot(): number {
  const uptime = os.uptime() * 1_000;
  // A machine's own uptime is never behind the clock that stands still while it sleeps: then there is nothing to read.
  hidden ??= uptime + ANOTHER_CLOCK_MS > monotonic() ? 0 : hiddenTime({ ...ownBirth(), uptime });
  return Math.round(uptime) + hidden;
}

const ownBirth = () => ({
  began: (parseStat(readProc(process.pid, "stat"))?.startTicks ?? 0) * TICK_MS,
  age: process.uptime() * 1_000,
});

/**
 * What lies before the `uptime` that a container is shown: lxcfs counts it from the container's own beginning, while its
 * processes begin by the clock of the machine, and so in the future, where none would ever grow old. 0 on any other
 * machine. `began` and `age` are of one process; all in ms.
 */
export function hiddenTime(one: {
  readonly began: number;
  readonly age: number;
  readonly uptime: number;
}): number {
  return one.began > one.uptime + ANOTHER_CLOCK_MS ? Math.round(one.began + one.age - one.uptime) : 0;
}
