import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  likelyStart,
  NO_TALLY,
  startShares,
  tallied,
  type StartTally,
} from "../../../src/estatus/core/likely-start.ts";
import type { NewOutage } from "../../../src/estatus/core/memory.ts";
import { randomFrom } from "./simulator/random.ts";

const counted = fc.nat(100_000);
const length = fc.nat(2 ** 40);
const anyTally: fc.Arbitrary<StartTally> = fc.record({
  found: fc.record({ count: counted, look: length }),
  restarted: fc.record({ count: counted, look: length, away: length }),
});

test("whatever was tallied, a likely start lies within its bounds and is a whole number", () => {
  const outage = fc.record({
    kind: fc.constantFrom("missing", "hung", "restarted", "cold-start"),
    cause: fc.constantFrom("unknown", "killed"),
    times: fc.tuple(fc.nat(2 ** 40), fc.nat(2 ** 30)),
  });
  fc.assert(
    fc.property(anyTally, outage, (tally, { kind, cause, times: [earliestStart, width] }) => {
      const latestStart = earliestStart + width;
      const at = likelyStart({ kind, cause, earliestStart, latestStart }, startShares(tally));
      expect(Number.isInteger(at)).toBe(true);
      expect(at).toBeGreaterThanOrEqual(earliestStart);
      expect(at).toBeLessThanOrEqual(latestStart);
    }),
  );
});

test("before anything was tallied it is the middle, and so it stays where evidence narrowed it", () => {
  const start = { kind: "restarted", earliestStart: 100, latestStart: 200 } as const;
  expect(likelyStart({ ...start, cause: "unknown" }, startShares(NO_TALLY))).toBe(150);
  expect(likelyStart({ ...start, cause: "killed" }, { found: 0.1, restarted: 0.1 })).toBe(150);
});

// Failures anywhere between two looks; a share of them ended by the user after `habit` ms, the rest found by the look.
function lived(seed: number, look: number, share: number, habit: (next: number) => number) {
  const random = randomFrom(seed);
  let tally = NO_TALLY;
  let truth = 0;
  const outages: (NewOutage & { readonly end: NewOutage["end"] })[] = [];
  for (let i = 0; i < 20_000; i++) {
    const failed = random.next() * look;
    const back = random.chance(share) ? failed + habit(random.next()) : Infinity;
    const restarted = back <= look;
    const until = restarted ? back : look;
    truth += until - failed;
    outages.push({
      kind: restarted ? "restarted" : "missing",
      cause: "unknown",
      earliestStart: 0,
      latestStart: until,
      end: restarted ? { at: until, by: "someone-else", restored: null } : null,
      unaided: look,
    });
    tally = tallied(tally, outages.at(-1)!);
  }
  const shares = startShares(tally);
  return {
    truth,
    estimate: outages.reduce((sum, one) => sum + one.latestStart - likelyStart(one, shares), 0),
  };
}

test.for([
  { users: "nobody", share: 0, habit: () => 0 },
  { users: "a fifth within seconds", share: 0.2, habit: (next: number) => 5_000 + next * 30_000 },
  { users: "half at once", share: 0.5, habit: () => 2_000 },
  { users: "nearly all within minutes", share: 0.9, habit: (next: number) => next * 240_000 },
  { users: "a third, later than most looks", share: 0.33, habit: () => 290_000 },
])("where $users start it again, the estimates add up to the truth within 2 %", ({ share, habit }) => {
  for (const look of [60_000, 300_000]) {
    const { truth, estimate } = lived(11, look, share, habit);
    expect(Math.abs(estimate / truth - 1)).toBeLessThan(0.02);
  }
});
