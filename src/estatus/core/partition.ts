import type { Chronicle, OutageSpan } from "./chronicle.ts";
import { intersect, subtract, union, type Intervals } from "./intervals.ts";
import type { Interval } from "./outage.ts";

/**
 * A window W cut into four sets that share no instant and leave none out: `up`, `down.mid`, `unknown` and
 * `paused`. `down.min` ⊆ `down.mid` ⊆ `down.max` are what is down for certain, by the point estimate, and at
 * most. Source: design, section 4; the three readings of an interval-censored start follow Turnbull (1976).
 */
export type Partition = {
  readonly window: Interval;
  readonly up: Intervals;
  readonly down: { readonly min: Intervals; readonly mid: Intervals; readonly max: Intervals };
  readonly unknown: Intervals;
  readonly paused: Intervals;
  /** Watched and not paused: `up` and `down.mid` together. */
  readonly covered: Intervals;
};

/**
 * Cuts `window` by what `chronicle` knows. Paused time is paused whatever was seen in it; time that no coverage
 * holds, or whose details were pruned, is unknown, even inside an outage; an outage still open lasts as long as it is covered.
 */
export function partition(chronicle: Chronicle, window: Interval): Partition {
  const whole = union([window]);
  const kept = union(chronicle.kept ?? []);
  const paused = subtract(intersect(union(chronicle.pauses), whole), kept);
  const asked = subtract(whole, paused);
  const covered = subtract(
    intersect(union(chronicle.coverage), asked),
    union([...unwatched(chronicle), ...kept]),
  );
  const away = (start: (outage: OutageSpan) => number) =>
    intersect(
      covered,
      union(chronicle.outages.map((one) => ({ from: start(one), to: one.endedAt ?? window.to }))),
    );
  const mid = away(pointStart);
  return {
    window,
    up: subtract(covered, mid),
    down: { min: away((one) => one.latestStart), mid, max: away((one) => one.earliestStart) },
    unknown: subtract(asked, covered),
    paused,
    covered,
  };
}

// A clock set back lives an hour twice, and may have watched only one of the two: that hour is not known. The gap
// that a clock set forward leaves was lived by nobody.
function unwatched(chronicle: Chronicle): Interval[] {
  return chronicle.gaps.filter((gap) => gap.cause !== "clock-changed" && gap.cause !== "paused");
}

/** The point estimate of when an outage began, in whole UTC milliseconds: the likely start, else the middle. */
export function pointStart(
  outage: Pick<OutageSpan, "earliestStart" | "latestStart" | "likelyStart">,
): number {
  return outage.likelyStart ?? Math.floor((outage.earliestStart + outage.latestStart) / 2);
}
