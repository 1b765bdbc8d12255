import type { OutageSpan } from "./chronicle.ts";
import { failuresIn } from "./failures.ts";
import type { Interval } from "./outage.ts";
import { pointStart } from "./partition.ts";

// Every zone changes its offset on a quarter of an hour, so that much time shares a local hour and weekday.
const QUARTER = 900_000;

/** Failures by local weekday from Monday and hour: seven rows of 24 counts, filled slice by slice. */
export type HourTally = {
  readonly add: (outages: readonly OutageSpan[], window: Interval) => void;
  readonly counts: number[][];
};

/** Counts in which local hour of `zone` the failures of windows side by side began. */
export function hourTally(zone: string): HourTally {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const places = new Map<number, { readonly day: number; readonly hour: number }>();
  return {
    counts,
    add: (outages, window) => {
      for (const failure of failuresIn(outages, window)) {
        const quarter = Math.floor(pointStart(failure) / QUARTER);
        const place = places.get(quarter) ?? placeOf(quarter * QUARTER, zone);
        places.set(quarter, place);
        counts[place.day]![place.hour]!++;
      }
    },
  };
}

function placeOf(at: number, zone: string): { readonly day: number; readonly hour: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { day: local.dayOfWeek - 1, hour: local.hour };
}
