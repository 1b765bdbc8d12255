import { addTimes, availabilityOf } from "./availability.ts";
import { mtbfOf } from "./failures.ts";
import type { Figures } from "./figures.ts";
import type { Interval } from "./outage.ts";
import { restoreTimesOf } from "./restore-times.ts";

/** The figures that can be added up over machines: all but what lies at one place in time. */
export type Sums = Pick<Figures, "window" | "times" | "availability" | "failures" | "mtbf" | "restore">;

/**
 * One program on several machines, over the same window: times and failures add up, shares are of all machines'
 * time together, and times to restore are those of all outages.
 */
export function totalOf(machines: readonly { readonly figures: Figures }[], window: Interval): Sums {
  const times = addTimes(machines.map((one) => one.figures.times));
  const failures = machines.reduce((sum, one) => sum + one.figures.failures, 0);
  return {
    window,
    times,
    availability: availabilityOf(times),
    failures,
    mtbf: mtbfOf(times.up, failures),
    restore: restoreTimesOf(machines.flatMap((one) => one.figures.restored).toSorted((a, b) => a - b)),
  };
}
