import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hostSqlite } from "../../packaging/addons.ts";
import { bundle } from "../../packaging/bundle.ts";
import { buildSingleExecutable } from "../../packaging/single-executable.ts";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "single-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test("a single executable loads its chunks when they are asked for, and an addon by its full path", async () => {
  fs.writeFileSync(path.join(folder, "lazy.cjs"), 'exports.word = "lazy";');
  fs.writeFileSync(
    path.join(folder, "main.cjs"),
    `console.log(typeof require(process.argv[2]).initialize);
     import("./lazy.cjs").then(({ default: { word } }) => console.log(word));`,
  );
  const { chunks } = await bundle(path.join(folder, "main.cjs"), path.join(folder, "chunks"));
  expect(chunks.length).toBeGreaterThan(1);
  const output = path.join(folder, "single");
  await buildSingleExecutable({ chunks, node: process.execPath, output, resources: [] });
  const [addon] = Object.values(hostSqlite());
  const { stdout } = await execa(output, [addon!]);
  expect(stdout).toBe("function\nlazy");
});
