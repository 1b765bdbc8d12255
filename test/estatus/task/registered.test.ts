import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../../src/estatus/config/load.ts";
import { examineTaskOf } from "../../../src/estatus/doctor/task.ts";
import { healthOf } from "../../../src/estatus/task/health.ts";
import { planTask, taskNameOf, writeTask } from "../../../src/estatus/task/plan.ts";
import {
  forgetRegistered,
  readRegistered,
  rememberRegistered,
} from "../../../src/estatus/task/registered.ts";
import { estatus } from "../../support/estatus.ts";
import { newHome, type Home } from "../../support/home.ts";
import { found, scheduler } from "./scheduler.ts";
import { config as usual } from "./task-config.ts";

const owner = { sid: "S-1-5-21-1-2-3-1001", names: ["PC\\Ana"] };

/** A configuration in a place of its own, with a rhythm and programs that the usual one has not. */
async function own(home: Home, name = "own.toml") {
  const file = path.join(home.folder, name);
  const program = `[[program]]\nname = "Own"\nexecutable = '/usr/bin/own'\n`;
  fs.writeFileSync(file, `interval = "10s"\n${program}`);
  return { file, config: await loadConfig(file) };
}

const definition = (config: typeof usual | Awaited<ReturnType<typeof loadConfig>>, file?: string) =>
  writeTask(planTask(config, owner, taskNameOf(owner), file));

test("doctor judges a task that was registered with a configuration by it, and a repair registers it again", async () => {
  using home = newHome();
  const { file, config } = await own(home);
  const { ports, created } = scheduler(found(definition(config, file)));
  const doctor = (repair: boolean) =>
    examineTaskOf(owner, { config, asked: file, folder: home.estatus, repair }, ports);
  expect(await doctor(false)).toMatchObject([{ id: "task", level: "ok" }]);
  await ports.remove("");
  expect(await doctor(true)).toMatchObject([{ id: "task", level: "ok" }]);
  expect(created).toEqual([definition(config, file)]);
  expect(readRegistered(home.estatus)).toEqual({ config: file });
});

test("a command that is asked with another configuration judges the task by the one it was registered with", async () => {
  using home = newHome();
  const mine = await own(home);
  const other = await own(home, "other.toml");
  const { ports } = scheduler(found(definition(mine.config, mine.file)));
  const state = async (file?: string) =>
    (await healthOf(owner, other.config, home.estatus, file, ports.query)).state;
  expect(await state(other.file)).toBe("drifted");
  rememberRegistered(home.estatus, mine.file);
  expect([await state(other.file), await state()]).toEqual(["healthy", "healthy"]);
});

test("the usual configuration is remembered too", async () => {
  using home = newHome();
  const other = await own(home);
  rememberRegistered(home.estatus, undefined);
  const { ports } = scheduler(found(definition(await loadConfig())));
  const { state } = await healthOf(owner, other.config, home.estatus, other.file, ports.query);
  expect(state).toBe("healthy");
});

test("a repair leaves the task its configuration while that cannot be read", async () => {
  using home = newHome();
  const { file, config } = await own(home);
  rememberRegistered(home.estatus, file);
  fs.rmSync(file);
  const { ports, created } = scheduler({ kind: "missing" });
  const asked = path.join(home.folder, "other.toml");
  await examineTaskOf(owner, { config, asked, folder: home.estatus, repair: true }, ports);
  expect(created).toEqual([definition(config, file)]);
});

test("what is registered is remembered by its whole path, until it is forgotten", () => {
  using home = newHome();
  expect(readRegistered(home.estatus)).toBeNull();
  rememberRegistered(home.estatus, "own.toml");
  expect(readRegistered(home.estatus)).toEqual({ config: path.resolve("own.toml") });
  rememberRegistered(home.estatus, undefined);
  expect(readRegistered(home.estatus)).toEqual({ config: null });
  forgetRegistered(home.estatus);
  forgetRegistered(home.estatus);
  expect(readRegistered(home.estatus)).toBeNull();
});

test.each(["", "{", "null", '{"config":1}'])("%j in its place is nothing remembered", (text) => {
  using home = newHome();
  fs.writeFileSync(path.join(home.estatus, "task.json"), text);
  expect(readRegistered(home.estatus)).toBeNull();
});

test("doctor examines what the task runs with, and says how to forget one that is gone", async () => {
  using home = newHome();
  const { file } = await own(home);
  rememberRegistered(home.estatus, file);
  expect((await estatus(home.folder, ["doctor"])).stdout).toContain("No check has looked at Own yet.");
  fs.rmSync(file);
  const { code, stdout } = await estatus(home.folder, ["doctor"]);
  expect(code).toBe(1);
  expect(stdout).toContain('"estatus unregister" forgets that');
});
