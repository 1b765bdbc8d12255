import * as fc from "fast-check";
import type { Chronicle, OutageSpan } from "../../../src/estatus/core/chronicle.ts";
import type { Gap, Interval } from "../../../src/estatus/core/outage.ts";

/** Intervals anywhere in [0, 1000] ms, empty and overlapping ones included. */
export const anyInterval: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat(1000), fc.nat(1000))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

export const anyIntervals = fc.array(anyInterval, { maxLength: 12 });

const anyOutage: fc.Arbitrary<OutageSpan> = fc
  .record({
    times: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)),
    kind: fc.constantFrom("missing", "hung", "restarted", "cold-start"),
    open: fc.boolean(),
  })
  .map(({ times, kind, open }) => {
    const [earliestStart, latestStart, endedAt] = times.toSorted((a, b) => a - b) as [number, number, number];
    return { kind, earliestStart, latestStart, endedAt: open ? null : endedAt };
  });

const anyGap: fc.Arbitrary<Gap> = fc
  .tuple(anyInterval, fc.constantFrom("paused", "machine-off", "asleep", "unexplained"))
  .map(([interval, cause]) => ({ from: interval.from, to: interval.to, cause }));

/** What no check would write but a store may hold: anything, in any order. */
export const anyChronicle: fc.Arbitrary<Chronicle> = fc.record({
  coverage: anyIntervals,
  gaps: fc.array(anyGap, { maxLength: 6 }),
  pauses: fc.array(anyInterval, { maxLength: 3 }),
  outages: fc.array(anyOutage, { maxLength: 8 }),
  firstCheckAt: fc.nat(500),
  checkedAt: fc.nat(1000),
  interval: fc.nat(1000),
});

/** A history with the truth it was made of: when the program was really away. */
export type True = { readonly chronicle: Chronicle; readonly away: readonly Interval[] };

/** Outages one after another, each seen with an uncertain start; in them lies the true one. */
export const trueHistory: fc.Arbitrary<True> = fc
  .record({
    outages: fc.array(
      fc.record({ up: fc.nat(100), before: fc.nat(30), after: fc.nat(30), down: fc.nat(60) }),
      { maxLength: 8 },
    ),
    coverage: anyIntervals,
    pauses: fc.array(anyInterval, { maxLength: 2 }),
  })
  .map(({ outages, coverage, pauses }) => {
    let at = 0;
    const away: Interval[] = [];
    const seen: OutageSpan[] = [];
    for (const { up, before, after, down } of outages) {
      const start = at + up + before;
      const end = start + after + down;
      away.push({ from: start, to: end });
      seen.push({ kind: "missing", earliestStart: at + up, latestStart: start + after, endedAt: end });
      at = end;
    }
    return {
      away,
      chronicle: {
        coverage,
        pauses,
        gaps: [],
        outages: seen,
        firstCheckAt: 0,
        checkedAt: 1000,
        interval: 60_000,
      },
    };
  });
