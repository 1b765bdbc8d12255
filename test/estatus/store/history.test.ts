import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sumUp } from "../../../src/estatus/core/figures.ts";
import { partition } from "../../../src/estatus/core/partition.ts";
import { eachSlice, readHistory, readOutline, readPrograms } from "../../../src/estatus/store/history.ts";
import { anyChronicle, anyInterval } from "../core/histories.ts";
import { eachOutage, endedOutages } from "../../../src/estatus/store/outage-list.ts";
import { storeOf } from "./store-of.ts";
import { figuresOf } from "../core/figures-of.ts";

test("whatever a store holds, read slice by slice it comes to the same figures as read at once", () => {
  fc.assert(
    fc.property(anyChronicle, anyInterval, fc.integer({ min: 0, max: 4 }), (chronicle, window, most) => {
      fc.pre(window.to > window.from);
      const db = storeOf(chronicle);
      const [program] = readPrograms(db);
      const outline = readOutline(db, program!, window);
      const slices = [...eachSlice(db, program!, window, most)].map((one) => ({
        parts: partition({ ...outline, outages: one.outages }, one.window),
        outages: one.outages,
      }));
      const { parts: _, ...whole } = figuresOf(readHistory(db, program!, window), window);
      expect(slices[0]!.parts.window.from).toBe(window.from);
      expect(slices.at(-1)!.parts.window.to).toBe(window.to);
      expect(sumUp(slices, outline, window)).toEqual(whole);
      db.close();
    }),
  );
});

test("no slice holds more outages than were asked for and those that reach into it", () => {
  const outages = Array.from({ length: 100 }, (_, i) => ({
    kind: "missing" as const,
    earliestStart: i * 10,
    latestStart: i * 10 + 2,
    endedAt: i * 10 + 5,
  }));
  const db = storeOf({
    coverage: [],
    gaps: [],
    pauses: [],
    outages,
    firstCheckAt: 0,
    checkedAt: 1_000,
    interval: 60_000,
  });
  const [program] = readPrograms(db);
  const sizes = [...eachSlice(db, program!, { from: 0, to: 1_000 }, 10)].map((one) => one.outages.length);
  expect(sizes.length).toBeGreaterThanOrEqual(9);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
  db.close();
});

test("a report of days long past reads nothing of what came after, but for what may have begun in them", () => {
  const outages = Array.from({ length: 1_000 }, (_, i) => ({
    kind: "missing" as const,
    earliestStart: i * 10,
    latestStart: i * 10 + 2,
    // One that reaches far beyond the window is in it all the same.
    endedAt: i === 5 ? 700 : i * 10 + 5,
  }));
  const past = {
    coverage: [],
    gaps: [],
    pauses: [],
    outages,
    firstCheckAt: 0,
    checkedAt: 10_000,
    interval: 60_000,
  };
  const db = storeOf(past);
  const [program] = readPrograms(db);
  const window = { from: 40, to: 80 };
  const ids = [...eachOutage(db, program!.id, window)].map((one) => one.id);
  expect(ids).toEqual([5, 7, 8, 6]);
  expect(readHistory(db, program!, window).outages.map((one) => one.endedAt)).toEqual([45, 65, 75, 700]);
  const plans = db
    .prepare(`EXPLAIN QUERY PLAN ${endedOutages}`)
    .all({ id: 1, since: 40, until: 80, limit: -1 });
  expect(JSON.stringify(plans)).toContain("outage_by_end (program_id=? AND ended_at>? AND ended_at<?)");
  db.close();
});
