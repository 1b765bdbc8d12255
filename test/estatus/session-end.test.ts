import { expect, test } from "vitest";
import { newHome, type Home } from "../support/home.ts";
import { checkMissing } from "../support/missing-program.ts";
import { recorded } from "../support/recorded.ts";

/** A check in a session that ends when `ending` says so. */
const check = (home: Home, ending: () => boolean) => checkMissing(home, () => ({ sessionEnding: ending }));

const outages = (home: Home) =>
  recorded(home, (db) => db.prepare("SELECT count(*) FROM outage").pluck().get());

test("at logoff or shutdown a missing program is not relaunched, and that time is no outage", async () => {
  using home = newHome();
  const { report, launches } = await check(home, () => true);
  expect(report.programs[0]!.observation).toMatchObject({
    state: "unknown",
    reason: "the session is ending",
  });
  expect([launches, outages(home)]).toEqual([0, 0]);
});

test("a session that begins to end just before the launch stops it", async () => {
  using home = newHome();
  let asked = 0;
  const { launches } = await check(home, () => asked++ > 0);
  expect(asked).toBeGreaterThan(1);
  expect(launches).toBe(0);
});

test("in a session that goes on the same program is relaunched", async () => {
  using home = newHome();
  const { launches } = await check(home, () => false);
  expect([launches, outages(home)]).toEqual([1, 1]);
});
