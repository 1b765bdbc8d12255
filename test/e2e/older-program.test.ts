import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listResources } from "../../src/resources.ts";
import { check, outages } from "../support/commands.ts";
import { estatus, startEstatus, type RunOptions } from "../support/estatus.ts";
import { newHome, type Home } from "../support/home.ts";
import { bringUp, endProgram, expectBack } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";
import { isSeenUp } from "../support/seen-up.ts";
import { until } from "../support/until.ts";

const root = path.join(import.meta.dirname, "../..");

// The checker as it was before its newest migration: a copy of the sources that does not have it.
let older: Home;
let asOlder: RunOptions;
beforeAll(() => {
  older = newHome();
  for (const name of ["src", "db", "package.json"])
    fs.cpSync(path.join(root, name), path.join(older.folder, name), { recursive: true });
  fs.symlinkSync(path.join(root, "node_modules"), path.join(older.folder, "node_modules"));
  fs.rmSync(path.join(older.folder, listResources("db/estatus", ".sql").at(-1)!));
  asOlder = { checker: [process.execPath, path.join(older.folder, "src/estatus/main.ts")] };
});
afterAll(() => older[Symbol.dispose]());

test.concurrent("An older program on the store of a newer one: brings back, says so, and what it saw is taken in", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  await endProgram(executable);
  const { code, stderr, programs } = await check(home, asOlder);
  expect(stderr).toMatch(/^\S[^\n]*newer version[^\n]*\.\n$/);
  expect({ code, programs }).toMatchObject({ code: 1, programs: [{ attempt: { result: "survived" } }] });
  expect(await estatus(home.folder, ["report"], asOlder)).toMatchObject({ code: 1, stdout: "" });
  await expectBack(home, executable);
  expect(await outages(home, "Guarded")).toMatchObject([
    { kind: "missing", ended_by: "estatus", attempts: [{ result: "survived" }] },
  ]);
});

test.concurrent("Checks of an older program among those of a newer one, all at once: one program, and each end recorded once", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  const rounds = 4;
  for (let round = 0; round < rounds; round += 1) {
    await endProgram(executable);
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map((each) => check(home, each % 2 ? asOlder : {})));
    for (const { stderr } of all) expect(stderr).not.toMatch(/\n\s+at /);
    expect(processesOf(executable)).toHaveLength(1);
    await expectBack(home, executable);
  }
  expect(await outages(home, "Guarded")).toHaveLength(rounds);
});

test.concurrent("Checks of an older program while a newer one watches: one program, and each end recorded once", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  const { child, ended } = startEstatus(home.folder, ["watch", "--every", "1s"]);
  // Killed before a check has seen it prove itself, it would be one outage that goes on, with a back-off.
  const seenUp = () => {
    const began = Date.now();
    return until(
      "it is seen up",
      () => isSeenUp(home, "Guarded", processesOf(executable)[0] ?? 0, began),
      60_000,
    );
  };
  for (const _ of [1, 2, 3]) {
    await seenUp();
    await endProgram(executable);
    expect((await check(home, asOlder)).stderr).not.toMatch(/\n\s+at /);
    await until("it is back", () => processesOf(executable).length > 0);
    expect(processesOf(executable)).toHaveLength(1);
  }
  await seenUp();
  child.kill("SIGTERM");
  expect(await ended).toMatchObject({ code: 0 });
  await expectBack(home, executable);
  expect(await outages(home, "Guarded")).toHaveLength(3);
});
