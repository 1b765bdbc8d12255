import path from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { encodeTask } from "../../../src/estatus/adapters/task-xml.ts";
import { readTaskFile, taskAssertions } from "../task-assertions.ts";

const main = path.join(import.meta.dirname, "../../../src/estatus/main.ts");
const estatus = (args: readonly string[], lang = "en") =>
  execa(process.execPath, [main, ...args], { env: { ESTATUS_LANG: lang }, reject: false });

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

test("a name longer than Task Scheduler takes is bad usage", async () => {
  const { exitCode, stderr } = await estatus(["register", "--dry-run", "--name", "x".repeat(239)]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("239");
});

test("a dry run says what would be run", async () => {
  const { exitCode, stdout } = await estatus(["register", "--dry-run"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/schtasks \/Create .*\n.*estatusw\.exe" check$/);
});
