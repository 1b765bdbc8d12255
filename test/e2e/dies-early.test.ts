import { expect, test } from "vitest";
import { check, report } from "../support/commands.ts";
import { diesThreeTimes } from "../support/dies.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { isAlive } from "../support/processes.ts";
import { until } from "../support/until.ts";

test.concurrent("A program that dies at once: one outage, each launch an attempt that died", async () => {
  using home = newHome();
  const program = sleeper(home, "Guarded", 0);
  configure(home, [{ ...program, backoff_cap: "100ms" }]);
  await diesThreeTimes(home, program);
  const { outages } = await report(home, "Guarded");
  expect(outages).toHaveLength(1);
  const died = { result: "died" };
  expect(outages[0]).toMatchObject({ ended_at: null, attempts: [died, died, died] });
});

// To the millisecond it is chance which of the two it is; that it is one of them, and recorded as that, is not.
test.concurrent.for([-60, -20, -10, 0, 10, 20, 60])(
  "A program that dies %i ms after it has proved itself: each life is an attempt that died, or one that survived and then an outage of its own",
  async (ms) => {
    using home = newHome();
    const program = sleeper(home, "Guarded", 1 + ms / 1_000);
    configure(home, [{ ...program, survive: "1s", stable_after: "1s", backoff_cap: "100ms" }]);
    let [died, survived] = [0, 0];
    for (const _ of [1, 2, 3]) {
      const { code, stderr, programs } = await check(home);
      expect(stderr).toBe("");
      const result = programs[0]!.attempt?.result;
      if (result === "survived") survived += 1;
      else died += 1;
      expect({ code, result }).toEqual(
        result === "survived" ? { code: 1, result } : { code: 2, result: "died" },
      );
      const { pid } = programs[0]!;
      await until("it died", () => pid === null || !isAlive(pid));
    }
    const last = await check(home);
    if (last.programs[0]!.attempt?.result === "survived") survived += 1;
    else died += 1;
    const { outages } = await report(home, "Guarded");
    const results = outages.flatMap(({ attempts }) => attempts.map(({ result }) => result));
    expect(results.filter((result) => result === "died")).toHaveLength(died);
    expect(results.filter((result) => result === "survived")).toHaveLength(survived);
    expect(outages.filter(({ ended_at }) => ended_at !== null)).toHaveLength(survived);
    for (const {
      duration_seconds: { min, max },
    } of outages)
      expect(0 <= min && min <= max).toBe(true);
  },
);
