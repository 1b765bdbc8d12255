import fs from "node:fs";
import path from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { encodeTask } from "../../../src/estatus/adapters/task-xml.ts";
import { rememberRegistered } from "../../../src/estatus/task/registered.ts";
import { newHome } from "../../support/home.ts";
import { readTaskFile, taskAssertions } from "../task-assertions.ts";

const main = path.join(import.meta.dirname, "../../../src/estatus/main.ts");
const estatus = (args: readonly string[], lang = "en", env: Readonly<Record<string, string>> = {}) =>
  execa(process.execPath, [main, ...args], { env: { ESTATUS_LANG: lang, ...env }, reject: false });

describe("what register --print writes", async () => {
  const { stdout, stderr, exitCode } = await estatus(["register", "--print"], "es");
  const file = readTaskFile(encodeTask(stdout));
  test.each(taskAssertions)("%s", (_, check) => {
    check(file, {
      sid: "S-1-5-21-1111111111-2222222222-3333333333-1001",
      command: "C:\\Users\\Ana\\AppData\\Local\\Programs\\Estatus\\estatusw.exe",
      arguments: ["check"],
      watchedFiles: [process.platform === "win32" ? "Agenda.exe" : "Agenda"],
    });
  });
  test("is a task and nothing else, with what it is on the other stream", () => {
    expect(exitCode).toBe(0);
    expect(stderr).toBe("Esto no es Windows: el usuario y las rutas son ejemplos.");
  });
});

test("elsewhere than on Windows, registering says what to do instead and changes nothing", async () => {
  const { exitCode, stdout, stderr } = await estatus(["register"]);
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("estatus watch");
});

test("who names no configuration keeps the one the task was registered with", async () => {
  using home = newHome();
  const file = path.join(home.folder, "own.toml");
  fs.writeFileSync(file, 'interval = "10s"\n');
  rememberRegistered(home.estatus, file);
  const { stdout } = await estatus(["register", "--dry-run"], "en", { ESTATUS_HOME: home.estatus });
  expect(stdout).toContain(`watch --for 58s --every 10s --config ${file}`);
});

test("a dry run says what would be run", async () => {
  const { exitCode, stdout } = await estatus(["register", "--dry-run"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/schtasks \/Create .*\n.*estatusw\.exe" check$/);
});
