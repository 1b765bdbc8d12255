import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTask, deleteTask } from "../../../src/estatus/adapters/schtasks.ts";

// A program in schtasks' place writes down how it was called; it is run for real.
let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "schtasks-"));
  vi.stubEnv("SystemRoot", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true });
});

function standIn(exitCode: number): void {
  const system = path.join(folder, "System32");
  fs.mkdirSync(system);
  const script = `#!/bin/sh
printf '%s\\n' "$@" >> '${folder}/calls'
for word; do case $word in *task.xml) cp "$word" '${folder}/given.xml'; echo "$word" > '${folder}/where' ;; esac; done
exit ${exitCode}
`;
  fs.writeFileSync(path.join(system, "schtasks.exe"), script, { mode: 0o755 });
}

const calls = () => fs.readFileSync(path.join(folder, "calls"), "utf8").trimEnd().split("\n");
const given = () => fs.readFileSync(path.join(folder, "given.xml"));
const where = () => fs.readFileSync(path.join(folder, "where"), "utf8").trim();

test("a task is handed over as a file, by name, over one that is there, without a user or password", async () => {
  standIn(0);
  expect(await createTask("Estatus check S-1", "<Task>ñ</Task>")).toBeNull();
  expect(calls()).toEqual(["/Create", "/TN", "Estatus check S-1", "/XML", where(), "/F"]);
  expect([...given().subarray(0, 2)]).toEqual([0xff, 0xfe]);
  expect(given().toString("utf16le")).toBe("\uFEFF<Task>ñ</Task>");
  expect(fs.existsSync(where())).toBe(false);
});

test("refused, it is asked once more for a code that means the same in every language, and cleans up", async () => {
  standIn(7);
  expect(await createTask("x", "<Task/>")).toEqual({ failure: "other", code: 7 });
  expect(calls().slice(-1)).toEqual(["/HRESULT"]);
  expect(fs.existsSync(where())).toBe(false);
});

test("a task is taken out by name", async () => {
  standIn(0);
  expect(await deleteTask("Estatus check S-1")).toBeNull();
  expect(calls()).toEqual(["/Delete", "/TN", "Estatus check S-1", "/F"]);
});

test("where schtasks is not there, that is said and nothing else", async () => {
  expect(await createTask("x", "<Task/>")).toEqual({ failure: "no-answer", code: 0 });
});
