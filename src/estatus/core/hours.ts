import type { OutageSpan } from "./chronicle.ts";
import { failuresIn } from "./failures.ts";
import type { Interval } from "./outage.ts";
import { pointStart } from "./partition.ts";
import { offsetAt } from "./zone-offset.ts";

const HOUR_MS = 3_600_000;
/** Hours from a Monday's midnight to the beginning of 1970, a Thursday. */
const FROM_MONDAY = 3 * 24;

/** Failures by local weekday from Monday and hour: seven rows of 24 counts, filled slice by slice. */
export type HourTally = {
  readonly add: (outages: readonly OutageSpan[], window: Interval) => void;
  readonly counts: number[][];
};

/** Counts in which local hour of `zone` the failures of windows side by side began. */
export function hourTally(zone: string): HourTally {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  return {
    counts,
    add: (outages, window) => {
      for (const failure of failuresIn(outages, window)) {
        const at = pointStart(failure);
        const hour = Math.floor((at + offsetAt(at, zone)) / HOUR_MS) + FROM_MONDAY;
        counts[Math.floor(hour / 24) % 7]![hour % 24]!++;
      }
    },
  };
}
