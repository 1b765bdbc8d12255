import type { KeptDay } from "./kept-days.ts";
import type { Gap, Interval, Outage } from "./outage.ts";

/** The part of an outage that figures are made of. */
export type OutageSpan = Pick<Outage, "kind" | "earliestStart" | "latestStart" | "endedAt"> & {
  /** The best estimate of when it began (UTC ms); the middle of its bounds where there is none better. */
  readonly likelyStart?: number;
};

/**
 * What the store kept of one program, as far as it touches a window. Intervals may reach beyond the window,
 * overlap (a clock set back lives some instants twice) and come in any order. Times are UTC milliseconds.
 */
export type Chronicle = {
  /** When checks followed one another without a gap, the interval still growing included. */
  readonly coverage: readonly Interval[];
  readonly gaps: readonly Gap[];
  /** Already cut short where the user resumed early. */
  readonly pauses: readonly Interval[];
  readonly outages: readonly OutageSpan[];
  /** Days whose details were pruned; the rest of the chronicle says nothing of them. Oldest first. */
  readonly kept?: readonly KeptDay[];
  readonly firstCheckAt: number;
  /** The last look that could tell; an outage still open is known to have lasted until here. */
  readonly checkedAt: number;
  /** How far apart checks were to follow one another (ms) at the last of them. */
  readonly interval: number;
};
