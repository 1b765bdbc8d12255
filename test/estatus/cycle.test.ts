import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { thisMachine } from "../../src/estatus/adapters/machine.ts";
import type { Memory } from "../../src/estatus/core/memory.ts";
import { runCheck } from "../../src/estatus/cycle.ts";
import { readSteady, writeSteady } from "../../src/estatus/store/steady-file.ts";
import { outages } from "../support/commands.ts";
import { estatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { missing } from "../support/missing-program.ts";
import { isAlive, kill } from "../support/processes.ts";
import { age } from "../support/recorded.ts";
import { startProgram } from "../support/start-program.ts";
import { until } from "../support/until.ts";

/** A check of a program that one check has seen, with what a watch saw of it `before` something happened to it. */
async function checkAfter(home: Home, happens: (pid: number) => Promise<unknown>) {
  const program = sleeper(home);
  configure(home, [program]);
  const { pid } = startProgram(program);
  await estatus(home.folder, ["check"]);
  const machine = await thisMachine();
  await sleep(1_000);
  const moment = machine.moment();
  const { identity } = machine.live(pid, moment)!;
  await happens(pid);
  const ports = {
    machine,
    launch: () => Promise.reject(new Error("not in this test")),
    folder: home.estatus,
    fallbackFolder: home.estatus,
    tell: { seen: () => undefined, launched: () => undefined, trouble: () => undefined },
    endsAfter: false,
    lastSeen: { identities: [identity], elapsed: moment.elapsed },
  };
  const report = await runCheck(ports, [{ ...missing, name: program.name, executable: program.executable }]);
  return { watchedAt: moment.at, checked: report.programs[0]! };
}

test("An outage begins after a watch last saw the program, though nobody was told yet that it had ended", async () => {
  using home = newHome();
  const { watchedAt } = await checkAfter(home, (pid) => {
    kill([pid]);
    return until("it is gone", () => !isAlive(pid));
  });
  const [outage] = await outages(home, "Guarded");
  expect(Date.parse(outage!.earliest_start)).toBeGreaterThanOrEqual(watchedAt - 20);
});

test("An hour in which a watch was held up stays an hour that nobody watched, though the program was there all along", async () => {
  using home = newHome();
  const hour = 3_600_000;
  const { checked } = await checkAfter(home, async () => {
    const { store, programs } = readSteady(home.estatus)!;
    age(home, hour);
    const { elapsed, awake, checkedAt, coveredFrom, ...memory } = programs["Guarded"]!;
    const at = checkedAt - hour + 1;
    const clocks = { elapsed: elapsed - hour + 1, awake: awake - hour + 1, coveredFrom: coveredFrom - hour };
    const before: Memory = { ...memory, ...clocks, lookedAt: at, checkedAt: at, aliveAt: at };
    writeSteady(home.estatus, store, { Guarded: before });
  });
  expect(checked).toMatchObject({ observation: { state: "up" }, gap: { cause: "unexplained" } });
});
