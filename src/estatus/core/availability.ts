import { total } from "./intervals.ts";
import type { Partition } from "./partition.ts";

/** How long each state of a window lasted, in milliseconds: up + downMid + unknown + paused = the window. */
export type Times = {
  readonly window: number;
  readonly up: number;
  readonly downMin: number;
  readonly downMid: number;
  readonly downMax: number;
  readonly unknown: number;
  readonly paused: number;
};

/** Shares of time, 0..1, or null where there is nothing to divide by. */
export type Availability = {
  readonly known: number | null;
  readonly coverage: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** The lengths of a partition's sets, in milliseconds. */
export function timesOf(parts: Partition): Times {
  return {
    window: Math.max(0, parts.window.to - parts.window.from),
    up: total(parts.up),
    downMin: total(parts.down.min),
    downMid: total(parts.down.mid),
    downMax: total(parts.down.max),
    unknown: total(parts.unknown),
    paused: total(parts.paused),
  };
}

/** Adds up times of windows that follow one another, or of several programs and machines. */
export function addTimes(all: readonly Times[]): Times {
  const sum = { window: 0, up: 0, downMin: 0, downMid: 0, downMax: 0, unknown: 0, paused: 0 };
  for (const one of all) {
    sum.window += one.window;
    sum.up += one.up;
    sum.downMin += one.downMin;
    sum.downMid += one.downMid;
    sum.downMax += one.downMax;
    sum.unknown += one.unknown;
    sum.paused += one.paused;
  }
  return sum;
}

/**
 * The three figures of availability, of U up, D down (point estimate) and a window W, in milliseconds:
 * known = U/(U+D); coverage = (U+D)/W; and the bounds that hold whatever happened unwatched,
 * lower = (U+D−D_max)/W and upper = 1 − D_min/W. Where nothing was covered all but coverage are null, never 1.
 * Source: design, section 4; the bounds are Manski's (1989) for a share with missing answers.
 */
export function availabilityOf(times: Times): Availability {
  const covered = times.up + times.downMid;
  const coverage = times.window > 0 ? covered / times.window : null;
  if (covered === 0) return { known: null, coverage, lower: null, upper: null };
  return {
    known: times.up / covered,
    coverage,
    lower: (covered - times.downMax) / times.window,
    upper: (times.window - times.downMin) / times.window,
  };
}
