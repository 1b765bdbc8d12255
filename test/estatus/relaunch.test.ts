import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { thisMachine } from "../../src/estatus/adapters/machine.ts";
import { runCheck } from "../../src/estatus/cycle.ts";
import { takeLaunchLock } from "../../src/estatus/store/launch-lock.ts";
import { newHome, type Home } from "../support/home.ts";
import { checkMissing, missing } from "../support/missing-program.ts";

type Clock = { elapsed: number };

/**
 * Counts the lists of a check that launches, by a clock that stands still but for what `meanwhile` does to it while the
 * processes are listed.
 */
async function listsUntilLaunch(home: Home, meanwhile: (clock: Clock) => unknown): Promise<number> {
  // The lock has a file from the first launch on.
  takeLaunchLock([home.estatus], missing.name)!.release();
  await sleep(150);
  let lists = 0;
  const { launches } = await checkMissing(home, ({ moment }) => {
    const clock = { elapsed: moment().elapsed };
    const list = async () => {
      lists++;
      meanwhile(clock);
      return [];
    };
    return { list, moment: () => ({ ...moment(), ...clock }) };
  });
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
  const another = () => takeLaunchLock([home.estatus], missing.name)?.release();
  expect(await listsUntilLaunch(home, another)).toBe(2);
});

test("a program that never grows old by the system's clock does not keep the check for ever", async () => {
  using home = newHome();
  const machine = await thisMachine();
  const startedAt = Date.now();
  // No process of Linux has so high a pid.
  const young = { identity: { pid: 5_000_000, token: "1@boot", startedAt }, age: 0 };
  const policy = { ...missing.policy, survive: 10 };
  const { programs } = await runCheck(
    {
      machine: {
        ...machine,
        live: (pid, moment) => (pid === young.identity.pid ? young : machine.live(pid, moment)),
      },
      launch: async () => ({ pid: young.identity.pid, folder: "/" }),
      folder: home.estatus,
      fallbackFolder: home.estatus,
      tell: { seen: () => undefined, launched: () => undefined, trouble: () => undefined },
      endsAfter: false,
    },
    [{ ...missing, policy }],
  );
  expect(programs).toMatchObject([{ observation: { state: "up" }, attempt: { result: null } }]);
  expect(Date.now() - startedAt).toBeGreaterThan(5_000);
});
