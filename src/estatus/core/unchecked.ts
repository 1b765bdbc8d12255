import { intersect, total, type Intervals } from "./intervals.ts";
import type { Interval } from "./outage.ts";
import { WORTH_TELLING } from "./policy.ts";

/**
 * How much of an outage's time (ms) nobody checked: a night in which the machine was off counts neither as up nor as
 * down. `gaps` are those of `window`, in order; 0 where the outage reaches beyond it, because then they do not tell.
 */
export function uncheckedOf({ from, to }: Interval, gaps: Intervals, window: Interval): number {
  if (to - from < WORTH_TELLING || from < window.from || to > window.to) return 0;
  return total(intersect(gaps, [{ from, to }]));
}
