import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { thisMachine } from "../../src/estatus/adapters/machine.ts";
import { DEFAULT_POLICY } from "../../src/estatus/core/policy.ts";
import { runCheck } from "../../src/estatus/cycle.ts";
import { takeLaunchLock } from "../../src/estatus/store/launch-lock.ts";
import { newHome, type Home } from "../support/home.ts";

const program = {
  name: "Agenda",
  executable: "/nowhere/estatus-relaunch-test",
  arguments: [],
  heartbeat: null,
  policy: DEFAULT_POLICY,
};

type Clock = { elapsed: number };

/**
 * One real check of a program that is missing, by a clock that stands still but for what `meanwhile` does to it while the
 * processes are listed. Counts the lists.
 */
async function listsUntilLaunch(home: Home, meanwhile: (clock: Clock) => unknown): Promise<number> {
  const machine = await thisMachine();
  const clock = { elapsed: machine.moment().elapsed };
  // The lock has a file from the first launch on.
  takeLaunchLock([home.estatus], program.name)!.release();
  await sleep(150);
  let [lists, launches] = [0, 0];
  await runCheck(
    {
      machine: {
        ...machine,
        moment: () => ({ ...machine.moment(), ...clock }),
        list: async () => {
          lists++;
          meanwhile(clock);
          return [];
        },
      },
      launch: async () => {
        launches++;
        throw new Error("not in this test");
      },
      prepareLaunch: () => undefined,
      folder: home.estatus,
      fallbackFolder: home.estatus,
      tell: { seen: () => undefined, launched: () => undefined, trouble: () => undefined },
      endsAfter: false,
    },
    [program],
  );
  expect(launches).toBe(1);
  return lists;
}

test("a look of just now is the last one before the launch", async () => {
  using home = newHome();
  expect(await listsUntilLaunch(home, () => undefined)).toBe(1);
});

test("a list that took long is made again before the launch", async () => {
  using home = newHome();
  expect(await listsUntilLaunch(home, (clock) => (clock.elapsed += 150))).toBe(2);
});

test("so is one since which another check had the right to launch, and may have died of it", async () => {
  using home = newHome();
  const another = () => takeLaunchLock([home.estatus], program.name)?.release();
  expect(await listsUntilLaunch(home, another)).toBe(2);
});
