import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeLog } from "../../../src/estatus/adapters/log.ts";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-log-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const read = (name: string) => fs.readFileSync(path.join(folder, name), "utf8");

it("appends one JSON line for each entry, with its time, readable by its owner only", () => {
  writeLog(folder, [{ event: "check", program: "Agenda" }, { event: "trouble" }]);
  writeLog(folder, [{ event: "check" }]);
  const lines = read("estatus.log")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map((line) => line["event"])).toEqual(["check", "trouble", "check"]);
  expect(lines[0]).toMatchObject({ program: "Agenda", time: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect(fs.statSync(path.join(folder, "estatus.log")).mode & 0o777).toBe(0o600);
});

it("puts a long log aside, and keeps one", () => {
  fs.writeFileSync(path.join(folder, "estatus.log"), "x".repeat(1_000_001));
  writeLog(folder, [{ event: "check" }]);
  expect(read("estatus.log.1")).toHaveLength(1_000_001);
  expect(read("estatus.log").split("\n")).toHaveLength(2);
});

it("gives up in silence where nothing can be written", () => {
  expect(() => writeLog(path.join(folder, "not", "there"), [{ event: "check" }])).not.toThrow();
});
