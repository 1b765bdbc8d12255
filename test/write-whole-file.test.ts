import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { writeWholeFile } from "../src/write-whole-file.ts";
import { newFolder } from "./agenda/launch.ts";

test("A file takes the place of another as a whole, with the mode it was given", () => {
  using home = newFolder();
  const file = path.join(home.folder, "out.csv");
  fs.writeFileSync(file, "old", { mode: 0o644 });
  writeWholeFile(file, ["Núñez;", "600\n".repeat(50_000)], 0o600);
  expect(fs.readFileSync(file, "utf8")).toBe(`Núñez;${"600\n".repeat(50_000)}`);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(home.folder)).toEqual(["out.csv"]);
});

test("Where the text ends in an error on its way, the file stays what it was and nothing else is left", () => {
  using home = newFolder();
  const file = path.join(home.folder, "out.csv");
  fs.writeFileSync(file, "old");
  function* pieces() {
    yield "x".repeat(100_000);
    throw new Error("no more");
  }
  expect(() => writeWholeFile(file, pieces(), 0o600)).toThrow("no more");
  expect(fs.readFileSync(file, "utf8")).toBe("old");
  expect(fs.readdirSync(home.folder)).toEqual(["out.csv"]);
});

test("A write that the system refuses leaves nothing of the new file", () => {
  using home = newFolder();
  const folder = path.join(home.folder, "a folder");
  fs.mkdirSync(path.join(folder, "in it"), { recursive: true });
  expect(() => writeWholeFile(folder, ["text"], 0o600)).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(fs.readdirSync(home.folder)).toEqual(["a folder"]);
});
