import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addBetween, intersect, subtract, total, union } from "../../../src/estatus/core/intervals.ts";
import type { Interval } from "../../../src/estatus/core/outage.ts";
import { anyIntervals } from "./histories.ts";

const instants = (set: readonly Interval[]) => {
  const all = new Set<number>();
  for (const { from, to } of set) for (let t = from; t < to; t++) all.add(t);
  return all;
};

const isSet = (set: readonly Interval[]) =>
  set.every((one, i) => one.from < one.to && (i === 0 || set[i - 1]!.to <= one.from));

test("sets of instants behave as sets of instants, millisecond by millisecond", () => {
  fc.assert(
    fc.property(anyIntervals, anyIntervals, (left, right) => {
      const [a, b] = [union(left), union(right)];
      const [inA, inB] = [instants(left), instants(right)];
      expect(instants(a)).toEqual(inA);
      expect(instants(intersect(a, b))).toEqual(inA.intersection(inB));
      expect(instants(subtract(a, b))).toEqual(inA.difference(inB));
      expect([a, intersect(a, b), subtract(a, b)].every(isSet)).toBe(true);
      expect(total(a)).toBe(inA.size);
    }),
    { numRuns: 150 },
  );
});

test("what lies between edges adds up to what lies between the first and the last", () => {
  fc.assert(
    fc.property(anyIntervals, fc.array(fc.nat(1000), { minLength: 2 }), (some, edges) => {
      const set = union(some);
      const sorted = edges.toSorted((a, b) => a - b);
      const whole = { from: sorted[0]!, to: sorted.at(-1)! };
      const parts = sorted.slice(1).map(() => 0);
      addBetween(set, sorted, parts);
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(total(intersect(set, union([whole]))));
    }),
  );
});

test("touching intervals become one and empty ones vanish", () => {
  expect(
    union([
      { from: 5, to: 9 },
      { from: 3, to: 5 },
      { from: 7, to: 7 },
      { from: 20, to: 20 },
    ]),
  ).toEqual([{ from: 3, to: 9 }]);
});
