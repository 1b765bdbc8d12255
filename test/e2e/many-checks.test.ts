import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome } from "../support/home.ts";
import { isAlive, kill, processesOf } from "../support/processes.ts";
import { until } from "../support/until.ts";

/** So long a check waits for the others, in ms. */
const PATIENCE_MS = 10_000;

/** Begins `count` checks at once after an end. False where the machine cannot do so many within what each of them waits. */
async function relaunchOnce(count: number): Promise<boolean> {
  using home = newHome();
  const program = { ...sleeper(home), survive: "1s" };
  configure(home, [program]);
  const pid = (await check(home)).programs[0]!.pid!;
  kill([pid]);
  await until("the program is gone", () => !isAlive(pid));

  const began = performance.now();
  const all = await Promise.all(Array.from({ length: count }, () => check(home)));
  expect(processesOf(program.executable)).toHaveLength(1);
  const troubles = all.map(({ stderr }) => stderr).join("");
  if (troubles !== "" && performance.now() - began > PATIENCE_MS) return false;
  expect(troubles).toBe("");
  const launched = all.filter(({ programs }) =>
    programs.some(({ attempt }) => attempt?.result === "survived"),
  );
  expect(launched).toHaveLength(1);
  expect(launched[0]!.code).toBe(1);
  for (const { heldBy, code, programs } of all) {
    // A check that began when the one at work was done sees the program up.
    if (heldBy !== null) expect({ code, programs }).toEqual({ code: 0, programs: [] });
    else expect([0, 1]).toContain(code);
  }
  expect(await outages(home, "Guarded")).toMatchObject([
    { ended_by: "estatus", attempts: [{ result: "survived" }] },
  ]);
  return true;
}

test.for([2, 10, 50])(
  "Of %i checks at once one relaunches, and the others say so and exit 0",
  async (count) => {
    // On a machine that is busy, fewer are as much.
    for (let some = count; !(await relaunchOnce(some)); some = Math.ceil(some / 2))
      expect(some).toBeGreaterThan(2);
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
