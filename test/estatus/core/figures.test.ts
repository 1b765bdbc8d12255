import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addTimes } from "../../../src/estatus/core/availability.ts";
import type { Chronicle } from "../../../src/estatus/core/chronicle.ts";
import { gapsIn, type Figures } from "../../../src/estatus/core/figures.ts";
import { intersect, subtract, total, union } from "../../../src/estatus/core/intervals.ts";
import { pointStart } from "../../../src/estatus/core/partition.ts";
import { anyChronicle, anyInterval, trueHistory } from "./histories.ts";
import { figuresOf } from "./figures-of.ts";

const numbersIn = (value: unknown): number[] => {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
};

const shares = ({ availability }: Figures) => Object.values(availability).filter((one) => one !== null);

describe("over any history whatever", () => {
  test("up, down, unknown and paused add up to the window, to the millisecond", () => {
    fc.assert(
      fc.property(anyChronicle, anyInterval, (chronicle, window) => {
        const { times } = figuresOf(chronicle, window);
        expect(times.up + times.downMid + times.unknown + times.paused).toBe(window.to - window.from);
        expect(times.downMin).toBeLessThanOrEqual(times.downMid);
        expect(times.downMid).toBeLessThanOrEqual(times.downMax);
      }),
    );
  });

  test("no figure is negative, NaN or infinite, and no share is above 1", () => {
    fc.assert(
      fc.property(anyChronicle, anyInterval, (chronicle, window) => {
        const figures = figuresOf(chronicle, window);
        const { times, availability, mtbf, restore, failures } = figures;
        const numbers = numbersIn({ times, availability, mtbf, restore, failures });
        expect(numbers.every((one) => Number.isFinite(one) && one >= 0)).toBe(true);
        expect(shares(figures).every((one) => one <= 1)).toBe(true);
      }),
    );
  });

  test("a window cut in pieces adds up to the whole: times, failures, restored outages", () => {
    fc.assert(
      fc.property(anyChronicle, anyInterval, fc.array(fc.nat(1000)), (chronicle, window, cuts) => {
        // Where an outage begins and ends is where counting twice or not at all would show.
        const edgesOfOutages = chronicle.outages.flatMap((one) => [pointStart(one), one.endedAt ?? 0]);
        const inside = [...new Set([...cuts, ...edgesOfOutages])]
          .filter((cut) => cut > window.from && cut < window.to)
          .sort((a, b) => a - b);
        const edges = [window.from, ...inside, window.to];
        const parts = edges.slice(1).map((to, i) => figuresOf(chronicle, { from: edges[i]!, to }));
        const whole = figuresOf(chronicle, window);
        expect(addTimes(parts.map((part) => part.times))).toEqual(whole.times);
        const sum = (of: (figures: Figures) => number) => parts.reduce((all, part) => all + of(part), 0);
        expect(sum((part) => part.failures)).toBe(whole.failures);
        expect(sum((part) => part.restore.count)).toBe(whole.restore.count);
      }),
    );
  });

  test("where nothing was covered nothing is known: null, whatever else the store holds", () => {
    fc.assert(
      fc.property(anyChronicle, anyInterval, (chronicle, window) => {
        const { availability, mtbf, times } = figuresOf({ ...chronicle, coverage: [] }, window);
        expect(availability).toMatchObject({ known: null, lower: null, upper: null });
        expect(mtbf).toEqual({ milliseconds: null, isLowerBound: false });
        expect(times.unknown + times.paused).toBe(window.to - window.from);
      }),
    );
  });

  test("gaps share no instant with coverage, nor with each other, and lie inside the window", () => {
    fc.assert(
      fc.property(anyChronicle, anyInterval, (chronicle, window) => {
        const { gaps, parts } = figuresOf(chronicle, window);
        expect(total(union(gaps))).toBe(gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0));
        expect(intersect(union(gaps), parts.covered)).toEqual([]);
        expect(subtract(union(gaps), union([window]))).toEqual([]);
        expect(subtract(parts.paused, union(gaps))).toEqual([]);
      }),
    );
  });
});

describe("over a history whose truth is known", () => {
  const window = { from: 0, to: 1000 };

  test("the true availability lies within the bounds, whatever happened unwatched", () => {
    fc.assert(
      fc.property(trueHistory, ({ chronicle, away }) => {
        const { availability, parts } = figuresOf({ ...chronicle, pauses: [] }, window);
        // Subtracted before it is divided, as the bounds are: 1 − 0.061 is a hair more than 939 of 1000.
        const truth = (1000 - total(intersect(union(away), union([window])))) / 1000;
        fc.pre(availability.lower !== null && availability.upper !== null);
        expect(truth).toBeGreaterThanOrEqual(availability.lower!);
        expect(truth).toBeLessThanOrEqual(availability.upper!);
        expect(subtract(parts.down.min, union(away))).toEqual([]);
        expect(subtract(intersect(parts.covered, union(away)), parts.down.max)).toEqual([]);
      }),
    );
  });

  test("more evidence on a start never widens the bounds", () => {
    fc.assert(
      fc.property(trueHistory, fc.nat(100), fc.nat(100), ({ chronicle, away }, left, right) => {
        const outages = chronicle.outages.map((one, i) => ({
          ...one,
          earliestStart: Math.min(one.earliestStart + left, away[i]!.from),
          latestStart: Math.max(one.latestStart - right, away[i]!.from),
        }));
        const before = figuresOf(chronicle, window).times;
        const after = figuresOf({ ...chronicle, outages }, window).times;
        expect(after.downMin).toBeGreaterThanOrEqual(before.downMin);
        expect(after.downMax).toBeLessThanOrEqual(before.downMax);
      }),
    );
  });
});

const MINUTE = 60_000;

const quiet: Chronicle = {
  coverage: [],
  gaps: [],
  pauses: [],
  outages: [],
  firstCheckAt: 0,
  checkedAt: 0,
  interval: MINUTE,
};

test("where nothing was covered nothing is known: null, never 100 %", () => {
  const { availability, mtbf, restore } = figuresOf(quiet, { from: 0, to: 1000 });
  expect(availability).toEqual({ known: null, coverage: 0, lower: null, upper: null });
  expect(mtbf).toEqual({ milliseconds: null, isLowerBound: false });
  expect(restore).toMatchObject({ p50: null, p95: null, max: null });
});

test("without a failure the mean time between failures is bounded below by a third of the time up", () => {
  const { mtbf } = figuresOf({ ...quiet, coverage: [{ from: 0, to: 900 }] }, { from: 0, to: 1000 });
  expect(mtbf).toEqual({ milliseconds: 300, isLowerBound: true });
});

test("paused time is paused whatever was seen in it", () => {
  const { times, gaps } = figuresOf(
    {
      ...quiet,
      coverage: [{ from: 0, to: 1000 }],
      pauses: [{ from: 200, to: 500 }],
      outages: [{ kind: "missing", earliestStart: 100, latestStart: 100, endedAt: 600 }],
    },
    { from: 0, to: 1000 },
  );
  expect(times).toMatchObject({ up: 500, downMid: 200, unknown: 0, paused: 300 });
  expect(gaps).toEqual([{ from: 200, to: 500, cause: "paused" }]);
});

test("a cold start is down time and no failure", () => {
  const figures = figuresOf(
    {
      ...quiet,
      coverage: [{ from: 0, to: 1000 }],
      outages: [{ kind: "cold-start", earliestStart: 0, latestStart: 0, endedAt: 100 }],
    },
    { from: 0, to: 1000 },
  );
  expect(figures).toMatchObject({ failures: 0, times: { downMid: 100 }, restore: { count: 0 } });
});

test("an outage inside unwatched time is unknown, and an open one lasts as long as somebody looked", () => {
  const { times } = figuresOf(
    {
      ...quiet,
      coverage: [
        { from: 0, to: 300 },
        { from: 500, to: 800 },
      ],
      outages: [{ kind: "missing", earliestStart: 200, latestStart: 240, endedAt: null }],
    },
    { from: 0, to: 1000 },
  );
  expect(times).toMatchObject({ downMin: 360, downMid: 380, downMax: 400, up: 220, unknown: 400 });
});

test("time since the last look is a gap once it is longer than two and a half minutes", () => {
  const until = (minutes: number) =>
    figuresOf({ ...quiet, coverage: [{ from: 0, to: 10 * MINUTE }] }, { from: 0, to: minutes * MINUTE }).gaps;
  expect(until(12.5)).toEqual([]);
  expect(until(12.6)).toEqual([{ from: 10 * MINUTE, to: 12.6 * MINUTE, cause: "unexplained" }]);
});

test.for([5, 60, 31 * 24 * 60])(
  "with %i minutes between two checks the time since the last one is no gap before the next is overdue",
  (apart) => {
    const checked = { ...quiet, coverage: [{ from: 0, to: 10 * MINUTE }], checkedAt: 10 * MINUTE };
    const until = (minutes: number) =>
      figuresOf({ ...checked, interval: apart * MINUTE }, { from: 0, to: minutes * MINUTE });
    const overdue = 10 + 2.5 * apart;
    expect(until(overdue).gaps).toEqual([]);
    expect(until(overdue).times.unknown).toBe(2.5 * apart * MINUTE);
    expect(until(overdue + 0.1).gaps).toEqual([
      { from: 10 * MINUTE, to: (overdue + 0.1) * MINUTE, cause: "unexplained" },
    ]);
  },
);

test("a check that is overdue by now leaves a gap also in a window that ends before it was", () => {
  const coverage = [{ from: 0, to: 10 * MINUTE }];
  const checked = { ...quiet, coverage, checkedAt: 10 * MINUTE, interval: 60 * MINUTE };
  const window = { from: 0, to: 60 * MINUTE };
  expect(gapsIn(checked, window, 160 * MINUTE)).toEqual([]);
  const gap = { from: 10 * MINUTE, to: 60 * MINUTE, cause: "unexplained" };
  expect(gapsIn(checked, window, 161 * MINUTE)).toEqual([gap]);
});

test("what nobody watched before the last look is a gap, although the next one is not due yet", () => {
  const coverage = [
    { from: 0, to: 10 * MINUTE },
    { from: 20 * MINUTE, to: 30 * MINUTE },
  ];
  const checked = { ...quiet, coverage, checkedAt: 30 * MINUTE, interval: 60 * MINUTE };
  expect(figuresOf(checked, { from: 0, to: 60 * MINUTE }).gaps).toEqual([
    { from: 10 * MINUTE, to: 20 * MINUTE, cause: "unexplained" },
  ]);
});

test("the time before the first check ever is unknown but no gap", () => {
  const { times, gaps } = figuresOf(
    { ...quiet, coverage: [{ from: 50 * MINUTE, to: 60 * MINUTE }], firstCheckAt: 50 * MINUTE },
    { from: 0, to: 60 * MINUTE },
  );
  expect(times.unknown).toBe(50 * MINUTE);
  expect(gaps).toEqual([]);
});
