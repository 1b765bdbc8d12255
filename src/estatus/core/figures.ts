import { addTimes, availabilityOf, timesOf, type Availability, type Times } from "./availability.ts";
import { failuresIn, mtbfOf, type Mtbf } from "./failures.ts";
import type { Chronicle } from "./chronicle.ts";
import { correctionOf, keptTime, keptWithin, type KeptDay } from "./kept-days.ts";
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
  /** Days of the window whose details were pruned: `times` and `failures` count them, `parts` does not. */
  readonly kept: readonly KeptDay[];
};

/** Works out every figure of a window from what the store kept. */
export function figuresOf(chronicle: Chronicle, window: Interval): Figures {
  const parts = partition(chronicle, window);
  const kept = keptWithin(chronicle.kept ?? [], window);
  const times = addTimes([timesOf(parts), ...correctionOf(kept)]);
  const keptFailures = kept.reduce((sum, day) => sum + day.failures, 0);
  const failures = failuresIn(chronicle.outages, window).length + keptFailures;
  return {
    window,
    parts,
    times,
    availability: availabilityOf(times),
    failures,
    mtbf: mtbfOf(times.up, failures),
    restore: restoreTimesOf(chronicle.outages, window),
    gaps: gapsOf(chronicle, parts, keptTime(kept)),
    kept,
  };
}
