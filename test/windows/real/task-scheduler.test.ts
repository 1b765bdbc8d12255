import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, expect, test } from "vitest";
import { queryTask } from "../../../src/estatus/adapters/task-query.ts";
import { thisUser } from "../../../src/estatus/task/owner.ts";
import { taskNameOf } from "../../../src/estatus/task/plan.ts";

// On Windows itself: the real Task Scheduler. A user has one task: where it is there already, it is left alone.
const dist = path.join(import.meta.dirname, "../../../dist/windows");
const name = taskNameOf(await thisUser());
const isFree = (await queryTask(name)).kind === "missing";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus ñ "));
const config = path.join(folder, "estatus.toml");
const seen = path.join(folder, "seen.json");
const script = path.join(folder, "script.mjs");
const program = path.join(folder, `watched${process.pid}.exe`);
const estatus = (args: readonly string[]) =>
  execa(path.join(dist, "estatus.exe"), args, { env: { ESTATUS_LANG: "en" }, reject: false });

afterAll(async () => {
  if (isFree) await estatus(["unregister"]);
  await execa("taskkill", ["/F", "/IM", path.basename(program)], { reject: false });
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

test.runIf(isFree)(
  "the task is registered, found as it should be, and registering again changes nothing",
  async () => {
    fs.copyFileSync(process.execPath, program);
    fs.writeFileSync(
      script,
      `import fs from "node:fs"; import os from "node:os";
fs.writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ priority: os.getPriority(), cwd: process.cwd() }));
setInterval(() => {}, 1000);`,
    );
    const settings = [
      `name = "watched"`,
      `executable = '${program}'`,
      `arguments = ['${script}']`,
      `survive = "2s"`,
    ];
    fs.writeFileSync(config, `[[program]]\n${settings.join("\n")}\n`);
    const first = await estatus(["register", "--config", config]);
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.stdout).not.toContain("no readable answer");
    expect(await queryTask(name)).toMatchObject({ kind: "found", task: { enabled: true } });
    const again = await estatus(["register", "--config", config]);
    expect(again.stdout).toContain("nothing to do");
  },
);

test.runIf(isFree)(
  "its trigger fires within two minutes and brings the program back, at normal priority, in its folder",
  async () => {
    const written = () => fs.existsSync(seen) && fs.statSync(seen).size > 0;
    for (let waited = 0; !written() && waited < 150; waited++) await sleep(1_000);
    expect(JSON.parse(fs.readFileSync(seen, "utf8"))).toEqual({ priority: 0, cwd: folder });
    for (let waited = 0; waited < 60; waited++) {
      const answer = await queryTask(name);
      if (answer.kind === "found" && answer.task.lastResult <= 1) return;
      await sleep(1_000);
    }
    throw new Error("the task did not come to a good end");
  },
);

test.runIf(isFree)("it is taken out, and taking it out again succeeds", async () => {
  expect(await estatus(["unregister"])).toMatchObject({ exitCode: 0 });
  expect(await queryTask(name)).toEqual({ kind: "missing" });
  expect(await estatus(["unregister"])).toMatchObject({ exitCode: 0 });
});
