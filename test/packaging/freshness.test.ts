import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isFresh } from "../../packaging/freshness.ts";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "fresh-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function write(name: string, seconds: number): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, "");
  fs.utimesSync(file, seconds, seconds);
  return file;
}

function setTime(name: string, seconds: number): string {
  const entry = path.join(folder, name);
  fs.utimesSync(entry, seconds, seconds);
  return entry;
}

test("an output that is missing is never fresh", () => {
  expect(isFresh([path.join(folder, "none")], [])).toBe(false);
});

test("an output newer than every input is fresh", () => {
  expect(isFresh([write("out", 200)], [write("in", 100)])).toBe(true);
});

test("the oldest output decides", () => {
  expect(isFresh([write("out", 200), write("old", 50)], [write("in", 100)])).toBe(false);
});

test("a changed file deep inside an input folder is seen", () => {
  write("in/deep/file", 300);
  setTime("in/deep", 100);
  expect(isFresh([write("out", 200)], [setTime("in", 100)])).toBe(false);
});

test("a deletion inside an input folder is seen by the folder's own time", () => {
  const gone = write("in/file", 100);
  fs.rmSync(gone);
  expect(isFresh([write("out", 200)], [setTime("in", 300)])).toBe(false);
});

test("an input that does not exist is ignored", () => {
  expect(isFresh([write("out", 200)], [path.join(folder, "none")])).toBe(true);
});
