import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeFolders } from "../src/make-folders.ts";
import { newHome } from "./support/home.ts";

test("Folders are made with those above them, and one that is there is no error", () => {
  using home = newHome();
  const folder = path.join(home.folder, "a", "b", "c");
  for (const _ of [1, 2]) makeFolders(folder, 0o700);
  expect(fs.statSync(folder).isDirectory()).toBe(true);
});

test("Where a file stands in the way, there is no folder: that is an error", () => {
  using home = newHome();
  const file = path.join(home.folder, "file");
  fs.writeFileSync(file, "");
  expect(() => makeFolders(file, 0o700)).toThrow("EEXIST");
  expect(() => makeFolders(path.join(file, "below"), 0o700)).toThrow(/EEXIST|ENOTDIR/);
});

test.runIf(process.platform === "linux")(
  "A folder that the system never makes is an error too, and soon",
  () => {
    expect(() => makeFolders("/proc/nowhere/below", 0o700)).toThrow("ENOENT");
  },
);
