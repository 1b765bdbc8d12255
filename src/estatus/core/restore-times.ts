import type { OutageSpan } from "./chronicle.ts";
import type { Interval } from "./outage.ts";
import { pointStart } from "./partition.ts";

/** How long an outage lasted, in milliseconds. */
export type Duration = { readonly min: number; readonly mid: number; readonly max: number };

/** Times to restore in milliseconds, of point estimates; null where nothing was restored. */
export type RestoreTimes = {
  readonly count: number;
  readonly min: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
};

/** An outage's duration, of one still open the duration up to `seenUntil` (UTC milliseconds). */
export function durationOf(outage: OutageSpan, seenUntil: number): Duration {
  const end = outage.endedAt ?? Math.max(outage.latestStart, seenUntil);
  return {
    min: end - outage.latestStart,
    mid: end - pointStart(outage),
    max: end - outage.earliestStart,
  };
}

/**
 * How long the failures that ended in `window` had lasted (ms), whole even where they began before it, so that
 * windows side by side count each exactly once. A cold start is no failure and has nothing to restore.
 */
export function restoredIn(outages: readonly OutageSpan[], window: Interval): number[] {
  return outages
    .filter(({ kind, endedAt }) => {
      return kind !== "cold-start" && endedAt !== null && endedAt >= window.from && endedAt < window.to;
    })
    .map((one) => one.endedAt! - pointStart(one));
}

/** Sums up times to restore, which must ascend. */
export function restoreTimesOf(ascending: readonly number[]): RestoreTimes {
  return {
    count: ascending.length,
    min: ascending[0] ?? null,
    p50: percentile(ascending, 0.5),
    p95: percentile(ascending, 0.95),
    max: ascending.at(-1) ?? null,
  };
}

/**
 * The nearest-rank percentile: the smallest value that at least the share `p` of all do not exceed, so always
 * one that really happened. `ascending` must be sorted; null where it is empty.
 * Source: Hyndman and Fan (1996), definition 1.
 */
function percentile(ascending: readonly number[], p: number): number | null {
  return ascending[Math.max(0, Math.ceil(p * ascending.length) - 1)] ?? null;
}
