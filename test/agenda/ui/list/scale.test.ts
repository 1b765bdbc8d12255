import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  barHeight,
  scrolledTo,
  standAt,
  tallest,
  type Extent,
} from "../../../../src/agenda/ui/list/scale.ts";

const row = 46;
const extents = fc.record({
  list: fc.integer({ min: 0, max: 1_000_000 }).map((rows) => rows * row),
  view: fc.integer({ min: 100, max: 2_000 }),
});
const million: Extent = { list: 1_000_000 * row, view: 600 };
const mostTop = ({ list, view }: Extent) => Math.max(0, list - view);

test("No list is taller than a browser can lay out", () => {
  fc.assert(fc.property(extents, (extent) => barHeight(extent) <= tallest));
});

test("A list that a browser can lay out scrolls as any other", () => {
  const extent = { list: 5_000, view: 600 };
  expect(standAt(1_234, extent)).toEqual({ top: 1_234, bar: 1_234 });
  expect(scrolledTo(4_000, standAt(0, extent), extent)).toEqual({ top: 4_000, bar: 4_000 });
});

test("Small steps move the list by the same pixels, however long it is", () => {
  const start = standAt(20_000_000, million);
  const stepped = scrolledTo(start.bar + 120, start, million);
  expect(stepped.top).toBeCloseTo(start.top + 120, 3);
});

test("A dragged scroll bar moves the list in proportion", () => {
  const dragged = scrolledTo((tallest - 600) / 2, standAt(0, million), million);
  expect(dragged.top / mostTop(million)).toBeCloseTo(0.5, 6);
});

test("Both ends of the list can be reached from anywhere", () => {
  fc.assert(
    fc.property(extents, fc.double({ min: 0, max: 1, noNaN: true }), (extent, where) => {
      const start = standAt(where * mostTop(extent), extent);
      const bottom = Math.max(0, barHeight(extent) - extent.view);
      expect(scrolledTo(0, start, extent).top).toBe(0);
      expect(scrolledTo(bottom, start, extent).top).toBeCloseTo(mostTop(extent), 3);
    }),
  );
});

test("Wherever the hand goes, the list stays within its ends", () => {
  const moves = fc.array(fc.double({ min: -3_000, max: 3_000, noNaN: true }), { maxLength: 200 });
  fc.assert(
    fc.property(extents, moves, (extent, steps) => {
      let now = standAt(mostTop(extent) / 2, extent);
      const most = Math.max(0, barHeight(extent) - extent.view);
      for (const step of steps) {
        now = scrolledTo(Math.min(Math.max(now.bar + step, 0), most), now, extent);
        expect(now.top).toBeGreaterThanOrEqual(0);
        expect(now.top).toBeLessThanOrEqual(mostTop(extent));
      }
    }),
  );
});
