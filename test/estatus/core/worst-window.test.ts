import * as fc from "fast-check";
import { expect, test } from "vitest";
import { intersect, total } from "../../../src/estatus/core/intervals.ts";
import { partition } from "../../../src/estatus/core/partition.ts";
import { worstWindows } from "../../../src/estatus/core/worst-window.ts";
import { trueHistory } from "./histories.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const watched = (from: number, to: number, outages: readonly (readonly [number, number])[]) =>
  partition(
    {
      coverage: [{ from, to }],
      pauses: [],
      gaps: [],
      firstCheckAt: from,
      checkedAt: to,
      interval: MINUTE,
      outages: outages.map(([start, end]) => ({
        kind: "missing",
        earliestStart: start,
        latestStart: start,
        endedAt: end,
      })),
    },
    { from, to },
  );

const worstOf = (parts: ReturnType<typeof watched>) => worstWindows(parts.down.mid, parts.window);

test("no window of a length is worse than the one given, wherever it starts", () => {
  const scaled = (ms: number) => ms * 300;
  fc.assert(
    fc.property(trueHistory, fc.nat(1000), ({ chronicle }, start) => {
      const outages = chronicle.outages.map(
        (one) => [scaled(one.earliestStart), scaled(one.endedAt ?? one.latestStart)] as const,
      );
      const parts = watched(0, scaled(1000), outages);
      for (const worst of worstOf(parts)) {
        const from = Math.min(scaled(start), scaled(1000) - worst.length);
        const other = total(intersect(parts.down.mid, [{ from, to: from + worst.length }]));
        expect(worst.down).toBeGreaterThanOrEqual(other);
        expect(worst.down).toBe(total(intersect(parts.down.mid, [worst])));
        expect(worst.from).toBeGreaterThanOrEqual(0);
        expect(worst.to).toBeLessThanOrEqual(scaled(1000));
      }
    }),
  );
});

test("one long outage and flapping of the same total are told apart", () => {
  const long = worstOf(watched(0, 24 * HOUR, [[6 * HOUR, 7 * HOUR]]));
  const flapping = worstOf(
    watched(
      0,
      24 * HOUR,
      Array.from({ length: 24 }, (_, i) => [i * HOUR, i * HOUR + 2.5 * MINUTE] as const),
    ),
  );
  const of = (windows: typeof long, length: number) =>
    windows.find((one) => one.length === length)!.availability;
  expect(of(long, HOUR)).toBe(0);
  expect(of(flapping, HOUR)).toBeCloseTo(1 - 2.5 / 60);
  expect(of(long, 24 * HOUR)).toBeCloseTo(of(flapping, 24 * HOUR));
});

test("lengths reach from a minute to the whole period", () => {
  const lengths = worstOf(watched(0, 30 * 24 * HOUR, [])).map((one) => one.length);
  expect(lengths[0]).toBe(MINUTE);
  expect(lengths.at(-1)).toBe(30 * 24 * HOUR);
});
