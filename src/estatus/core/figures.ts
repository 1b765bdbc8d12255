import { availabilityOf, timesOf, type Availability, type Times } from "./availability.ts";
import { failuresIn, mtbfOf, type Mtbf } from "./failures.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Gap, Interval } from "./outage.ts";
import { partition, type Partition } from "./partition.ts";
import { gapsOf } from "./report-gaps.ts";
import { restoreTimesOf, type RestoreTimes } from "./restore-times.ts";

/** All that a report says of one program in one window, except the list of its outages. */
export type Figures = {
  readonly window: Interval;
  readonly parts: Partition;
  readonly times: Times;
  readonly availability: Availability;
  readonly failures: number;
  readonly mtbf: Mtbf;
  readonly restore: RestoreTimes;
  readonly gaps: readonly Gap[];
};

/** Works out every figure of a window from what the store kept. */
export function figuresOf(chronicle: Chronicle, window: Interval): Figures {
  const parts = partition(chronicle, window);
  const times = timesOf(parts);
  const failures = failuresIn(chronicle.outages, window).length;
  return {
    window,
    parts,
    times,
    availability: availabilityOf(times),
    failures,
    mtbf: mtbfOf(times.up, failures),
    restore: restoreTimesOf(chronicle.outages, window),
    gaps: gapsOf(chronicle, parts),
  };
}
