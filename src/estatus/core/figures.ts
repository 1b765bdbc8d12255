import { addTimes, availabilityOf, timesOf, type Availability, type Times } from "./availability.ts";
import { failuresIn, mtbfOf, type Mtbf } from "./failures.ts";
import type { Chronicle, OutageSpan } from "./chronicle.ts";
import { correctionOf, keptTime, keptWithin, type KeptDay } from "./kept-days.ts";
import { union, type Intervals } from "./intervals.ts";
import type { Gap, Interval } from "./outage.ts";
import { partition, type Partition } from "./partition.ts";
import { gapsOf } from "./report-gaps.ts";
import { restoredIn, restoreTimesOf, type RestoreTimes } from "./restore-times.ts";

/** All that a report says of one program in one window, except the list of its outages. */
export type Figures = {
  readonly window: Interval;
  readonly times: Times;
  readonly availability: Availability;
  /** Outages that touch the window, of every kind. */
  readonly outages: number;
  readonly failures: number;
  readonly mtbf: Mtbf;
  readonly restore: RestoreTimes;
  /** What `restore` was made of: ms, ascending. */
  readonly restored: readonly number[];
  readonly gaps: readonly Gap[];
  /** What nobody watched, listed as a gap or not. */
  readonly unknown: Intervals;
  /** Days of the window whose details were pruned: `times` and `failures` count them, partitions do not. */
  readonly kept: readonly KeptDay[];
};

/** A part of a window, cut out; `parts.window` says which. */
export type Slice = { readonly parts: Partition; readonly outages: readonly OutageSpan[] };

/**
 * The figures of a window out of slices that lie side by side and fill it, which are let go of one by one: each
 * millisecond, failure and restoration is in exactly one of them. `outline` is the whole window's chronicle, of which
 * everything is read but the outages. `now` (UTC ms) is when they are asked for, where the window does not reach up to it.
 */
export function sumUp(
  slices: Iterable<Slice>,
  outline: Chronicle,
  window: Interval,
  now = window.to,
): Figures {
  const kept = keptWithin(outline.kept ?? [], window);
  const restored: number[] = [];
  let times = addTimes(correctionOf(kept));
  let failures = kept.reduce((sum, day) => sum + day.failures, 0);
  let outages = 0;
  const unwatched: Interval[] = [];
  const paused: Interval[] = [];
  for (const slice of slices) {
    const here = slice.parts.window;
    times = addTimes([times, timesOf(slice.parts)]);
    failures += failuresIn(slice.outages, here).length;
    outages += slice.outages.filter(
      (one) =>
        (one.endedAt ?? Infinity) > window.from && Math.max(one.earliestStart, window.from) >= here.from,
    ).length;
    for (const duration of restoredIn(slice.outages, here)) restored.push(duration);
    for (const one of slice.parts.unknown) unwatched.push(one);
    for (const one of slice.parts.paused) paused.push(one);
  }
  restored.sort((a, b) => a - b);
  const unknown = union(unwatched);
  return {
    window,
    times,
    availability: availabilityOf(times),
    outages,
    failures,
    mtbf: mtbfOf(times.up, failures),
    restore: restoreTimesOf(restored),
    restored,
    gaps: gapsOf(outline, { unknown, paused: union(paused) }, keptTime(kept), now),
    unknown,
    kept,
  };
}

/** The gaps of a window, for which outages do not matter. */
export function gapsIn(outline: Chronicle, window: Interval, now: number): Gap[] {
  const parts = partition({ ...outline, outages: [] }, window);
  return gapsOf(outline, parts, keptTime(keptWithin(outline.kept ?? [], window)), now);
}
