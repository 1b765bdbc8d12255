import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { writeWholeFile } from "../src/write-whole-file.ts";
import { newFolder } from "./agenda/launch.ts";

test("A file takes the place of another as a whole, with the mode it was given", async () => {
  using home = newFolder();
  const file = path.join(home.folder, "out.csv");
  fs.writeFileSync(file, "old", { mode: 0o644 });
  await writeWholeFile(file, ["Núñez;", "600\n".repeat(50_000)], 0o600);
  expect(fs.readFileSync(file, "utf8")).toBe(`Núñez;${"600\n".repeat(50_000)}`);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(home.folder)).toEqual(["out.csv"]);
});

test("Where the text ends in an error on its way, the file stays what it was and nothing else is left", async () => {
  using home = newFolder();
  const file = path.join(home.folder, "out.csv");
  fs.writeFileSync(file, "old");
  function* pieces() {
    yield "x".repeat(100_000);
    throw new Error("no more");
  }
  await expect(writeWholeFile(file, pieces(), 0o600)).rejects.toThrow("no more");
  expect(fs.readFileSync(file, "utf8")).toBe("old");
  expect(fs.readdirSync(home.folder)).toEqual(["out.csv"]);
});

test("A write that the system refuses leaves nothing of the new file", async () => {
  using home = newFolder();
  const folder = path.join(home.folder, "a folder");
  fs.mkdirSync(path.join(folder, "in it"), { recursive: true });
  await expect(writeWholeFile(folder, ["text"], 0o600)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(fs.readdirSync(home.folder)).toEqual(["a folder"]);
});
