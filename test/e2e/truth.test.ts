import { expect, test } from "vitest";
import { newHome } from "../support/home.ts";
import { judge } from "../truth/judge.ts";
import { live } from "../truth/live.ts";

test("half a minute of real kills and restarts is reported as it was: each outage, its bounds, its end, its sum", async () => {
  using home = newHome();
  const truth = await live(home, 30_000, 5);
  const verdicts = await judge(home, truth);
  expect(verdicts.map((one) => one.program)).toEqual(["Beater", "Plain"]);
  expect(verdicts.reduce((sum, one) => sum + one.outages, 0)).toBe(truth.outages.length);
  expect(truth.outages.length).toBeGreaterThanOrEqual(2);
});
