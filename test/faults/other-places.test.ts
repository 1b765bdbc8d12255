import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { estatus, type RunOptions } from "../support/estatus.ts";
import { newHome } from "../support/home.ts";
import { bringUp, endProgram, expectBack, expectWhole } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";
import { network } from "./file-system.ts";

test.concurrent("The store lies on a network path: all is recorded there; it breaks off: back all the same", async () => {
  using home = newHome();
  const there = path.join(home.folder, "server");
  fs.mkdirSync(there);
  using share = await network(there, home.estatus);
  const executable = await bringUp(home);
  for (const _ of [1, 2, 3]) {
    await endProgram(executable);
    expect(await check(home)).toMatchObject({ code: 1, stderr: "" });
    expect(await check(home)).toMatchObject({ code: 0, stderr: "" });
  }
  await expectWhole(home, 3);

  const config = path.join(home.folder, "config.toml");
  fs.copyFileSync(path.join(home.estatus, "estatus.toml"), config);
  await endProgram(executable);
  share.cut();
  const { code, stderr } = await estatus(home.folder, ["check", "--config", config]);
  expect([1, 3], stderr).toContain(code);
  expect(stderr).toMatch(/^\S[^\n]*\.\n/);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(processesOf(executable)).toHaveLength(1);
});

const UID = 54_321;
const asAnother: RunOptions = {
  through: ["setpriv", `--reuid=${UID}`, `--regid=${UID}`, "--clear-groups", "--bounding-set=-all"],
};

test.concurrent.for([
  ["folder", "."],
  ["store", "estatus.db"],
])(
  "The %s belongs to another user: back, a sentence, and taken in once it is put right",
  async ([, what]) => {
    using home = newHome();
    fs.chmodSync(home.folder, 0o755);
    const owned = (file: string, uid: number) => execFileSync("chown", ["-R", `${uid}:${uid}`, file]);
    const temporary = path.join(home.folder, "tmp");
    owned(home.estatus, UID);
    owned(temporary, UID);
    const executable = await bringUp(home, asAnother);
    const config = path.join(home.folder, "config.toml");
    fs.copyFileSync(path.join(home.estatus, "estatus.toml"), config);
    await endProgram(executable);

    owned(path.join(home.estatus, what!), 0);
    const { code, stderr } = await estatus(home.folder, ["check", "--config", config], asAnother);
    expect(code, stderr).toBe(1);
    expect(stderr).toMatch(/^\S[^\n]*\.\n/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(processesOf(executable)).toHaveLength(1);

    owned(home.estatus, UID);
    await expectBack(home, executable, asAnother);
    expect(await outages(home, "Guarded", asAnother)).toMatchObject([
      { kind: "missing", ended_by: "estatus", attempts: [{ result: "survived" }] },
    ]);
  },
);
