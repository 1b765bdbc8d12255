import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { isAlive, kill, processesOf } from "../support/processes.ts";
import { until } from "../support/until.ts";

test.for([2, 10, 50])(
  "Of %i checks at once one relaunches, and the others say so and exit 0",
  async (count) => {
    using home = newHome();
    const program = { ...sleeper(home), survive: "1s" };
    configure(home, [program]);
    const pid = (await check(home)).programs[0]!.pid!;
    kill([pid]);
    await until("the program is gone", () => !isAlive(pid));

    const all = await Promise.all(Array.from({ length: count }, () => check(home)));
    expect(processesOf(program.executable)).toHaveLength(1);
    const launched = all.filter(({ programs }) =>
      programs.some(({ attempt }) => attempt?.result === "survived"),
    );
    expect(launched).toHaveLength(1);
    expect(launched[0]!.code).toBe(1);
    for (const { heldBy, code, stderr, programs } of all) {
      expect(stderr).toBe("");
      // A check that began when the one at work was done sees the program up.
      if (heldBy !== null) expect({ code, programs }).toEqual({ code: 0, programs: [] });
      else expect([0, 1]).toContain(code);
    }
    expect(await outages(home, "Guarded")).toMatchObject([
      { ended_by: "estatus", attempts: [{ result: "survived" }] },
    ]);
  },
);

test("Ten first checks at once, on a folder without a store, make one store and one program", async () => {
  using home = newHome();
  const program = sleeper(home);
  configure(home, [program]);
  const all = await Promise.all(Array.from({ length: 10 }, () => check(home)));
  expect(all.map(({ stderr }) => stderr).join("")).toBe("");
  expect(processesOf(program.executable)).toHaveLength(1);
  expect(await check(home)).toMatchObject({ code: 0 });
});
