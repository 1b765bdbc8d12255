import * as fc from "fast-check";
import { expect, test } from "vitest";
import { causeOf, outageStart } from "../../../src/estatus/core/outage-start.ts";

const nothing = { beatAt: null, closed: null, crashedAt: null };

test("without evidence an outage began somewhere between two looks", () => {
  expect(outageStart(1_000, 61_000, null)).toEqual({ earliest: 1_000, latest: 61_000 });
});

test("the last heartbeat leaves the few seconds in which the next was due", () => {
  expect(outageStart(1_000, 61_000, { ...nothing, beatAt: 21_000 })).toEqual({
    earliest: 21_000,
    latest: 27_000,
  });
});

test("a machine that slept owed no beats meanwhile", () => {
  const { latest } = outageStart(1_000, 61_000, { ...nothing, beatAt: 21_000 }, 30_000);
  expect(latest).toBe(57_000);
});

test("a receipt or a crash event gives the instant", () => {
  const closed = { at: 30_000, reason: "quit" };
  expect(outageStart(1_000, 61_000, { ...nothing, beatAt: 30_000, closed })).toEqual({
    earliest: 30_000,
    latest: 30_000,
  });
  expect(causeOf({ ...nothing, crashedAt: 30_000 })).toBe("crashed");
});

test("a program seen alive when its beat was overdue is not told by its silence", () => {
  expect(outageStart(20_000, 80_000, { ...nothing, beatAt: 5_000 })).toEqual({
    earliest: 20_000,
    latest: 80_000,
  });
});

test("evidence from before the last look alive, or after it was seen away, moves nothing out of bounds", () => {
  expect(outageStart(1_000, 61_000, { ...nothing, beatAt: 500 })).toEqual({ earliest: 1_000, latest: 6_500 });
  expect(outageStart(1_000, 61_000, { ...nothing, crashedAt: 99_000 })).toEqual({
    earliest: 61_000,
    latest: 61_000,
  });
});

test("whenever it really went away, the interval holds that instant, and more evidence never widens it", () => {
  const truth = fc.record({
    upFor: fc.nat(120_000),
    awayFor: fc.nat(120_000),
    sinceBeat: fc.nat(5_000),
    sinceLook: fc.nat(120_000),
    asleep: fc.nat(60_000),
    exactly: fc.constantFrom("closed", "crashed"),
  });
  fc.assert(
    fc.property(truth, ({ upFor, awayFor, sinceBeat, sinceLook, asleep, exactly }) => {
      const went = 1_000_000 + upFor;
      const [aliveAt, awayAt] = [went - Math.min(sinceLook, upFor), went + awayFor];
      // It beat every 5 s while the machine was awake; what of that sleep lay after the last look is known.
      const slept = Math.min(asleep, went - aliveAt);
      const beat = { ...nothing, beatAt: went - sinceBeat - slept };
      const exact = exactly === "closed" ? { closed: { at: went, reason: "quit" } } : { crashedAt: went };
      const [none, some, all] = [null, beat, { ...beat, ...exact }].map((evidence) =>
        outageStart(aliveAt, awayAt, evidence, slept),
      );
      for (const { earliest, latest } of [none!, some!, all!]) {
        expect(earliest).toBeLessThanOrEqual(went);
        expect(latest).toBeGreaterThanOrEqual(went);
      }
      for (const [less, more] of [
        [none!, some!],
        [some!, all!],
      ] as const) {
        expect(more.earliest).toBeGreaterThanOrEqual(less.earliest);
        expect(more.latest).toBeLessThanOrEqual(less.latest);
      }
      expect(all).toEqual({ earliest: went, latest: went });
    }),
  );
});
