import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { check, outages } from "../support/commands.ts";
import { estatus, type RunOptions } from "../support/estatus.ts";
import { newHome } from "../support/home.ts";
import { bringUp, endProgram, expectBack } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";
import { injecting } from "./inject.ts";

test.concurrent.for(["EAGAIN", "ENOMEM"])(
  "No process can be started (%s): told so, one failed attempt, and back with the next check",
  async (error) => {
    using home = newHome();
    const executable = await bringUp(home);
    await endProgram(executable);
    // The first six calls make Node's own threads.
    const refused = await check(home, injecting("clone3", `error=${error}:when=7+`));
    expect(refused).toMatchObject({
      code: 2,
      stderr: "",
      programs: [{ attempt: { result: "failed", error: expect.stringContaining(error) } }],
    });
    expect(processesOf(executable)).toEqual([]);
    await expectBack(home, executable);
    expect(await outages(home, "Guarded")).toMatchObject([
      { kind: "missing", ended_by: "estatus", attempts: [{ result: "failed" }, { result: "survived" }] },
    ]);
  },
);

const limited = (text: string) => ["sh", "-c", `${text}; exec "$@"`, "sh"];

test.concurrent("As few file handles as a check can begin with, and fewer", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  const limits = [8, 16, 20, 22, 24, 26, 28, 32];
  for (const handles of limits) {
    await endProgram(executable);
    await estatus(home.folder, ["check"], { through: limited(`ulimit -n ${handles}`) });
    await expectBack(home, executable);
  }
  const all = await outages(home, "Guarded");
  expect(all).toHaveLength(limits.length);
});

test.concurrent("As few processes and threads as a user may have", async () => {
  using home = newHome();
  const uid = 54_322;
  fs.chmodSync(home.folder, 0o755);
  for (const folder of [home.estatus, path.join(home.folder, "tmp")]) {
    execFileSync("chown", [`${uid}:${uid}`, folder]);
  }
  const user = ["setpriv", `--reuid=${uid}`, `--regid=${uid}`, "--clear-groups", "--bounding-set=-all"];
  const freely: RunOptions = { through: user };
  const executable = await bringUp(home, freely);
  const limits = [4, 8, 11, 14];
  for (const processes of limits) {
    await endProgram(executable);
    // Node waits for ever where it gets no threads at all; Task Scheduler ends such a check, as `timeout` does here.
    const through = [
      "timeout",
      "-s",
      "KILL",
      "10",
      ...user,
      "bash",
      "-c",
      `ulimit -u ${processes}; exec "$@"`,
      "bash",
    ];
    await estatus(home.folder, ["check"], { through });
    await expectBack(home, executable, freely);
  }
  expect(await outages(home, "Guarded", freely)).toHaveLength(limits.length);
});
