import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostSqlite } from "../../packaging/addons.ts";
import { bundle } from "../../packaging/bundle.ts";
import { buildSingleExecutable } from "../../packaging/single-executable.ts";

let folder: string;
let executable: string;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "single-"));
  executable = path.join(folder, "single");
  fs.writeFileSync(path.join(folder, "lazy.cjs"), 'exports.word = "lázy";');
  fs.writeFileSync(
    path.join(folder, "main.cjs"),
    `console.log(typeof require(process.argv.at(-1)).initialize);
     if (process.argv[2] === "chek") process.exitCode = 2;
     import("./lazy.cjs").then(({ default: { word } }) => console.log(word));`,
  );
  const { chunks } = await bundle(path.join(folder, "main.cjs"), path.join(folder, "chunks"));
  expect(chunks.length).toBeGreaterThan(1);
  const own = path.join(folder, "own");
  fs.mkdirSync(own);
  // Each of the two asks for the other.
  fs.writeFileSync(
    path.join(own, "main.cjs"),
    `#!/usr/bin/env node
const other = require("./other.cjs");
const word = "its own";
queueMicrotask(() => other.tell());

exports.word = word;`,
  );
  fs.writeFileSync(
    path.join(own, "other.cjs"),
    `const main = require("./main.cjs");
const tell = () => console.log(main.word);

exports.tell = tell;`,
  );
  await buildSingleExecutable({
    name: "single",
    bundles: { "-": chunks, apart: ["main.cjs", "other.cjs"].map((name) => path.join(own, name)) },
    node: process.execPath,
    output: executable,
    resources: [],
  });
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const [addon] = Object.values(hostSqlite());
const run = async (...words: string[]) =>
  (await execa(executable, [...words, addon!], { reject: false })).stdout;
const compiled = () => {
  const builds = path.join(folder, "compiled", "single");
  return fs.globSync("*/*/*.bin", { cwd: builds }).map((file) => path.join(builds, file));
};

test("a single executable loads its chunks when they are asked for, and an addon by its full path", async () => {
  expect(await run()).toBe("function\nlázy");
});

test("a command with a bundle of its own is run from that, though its chunks ask for one another", async () => {
  expect(await run("apart")).toBe("its own");
});

test("what was compiled is kept beside it, added to by the first runs, and used again", async () => {
  for (let runs = 0; runs < 9; runs++) await run();
  const kept = compiled();
  expect(kept.length).toBeGreaterThan(1);
  const times = kept.map((file) => fs.statSync(file).mtimeMs);
  expect(await run()).toBe("function\nlázy");
  expect(kept.map((file) => fs.statSync(file).mtimeMs)).toEqual(times);
});

test("each command has what was compiled for it, and a word that is none has nothing", async () => {
  for (const word of ["check", "report", "chek", "../x"]) await run(word);
  const commands = new Set(compiled().map((file) => path.basename(path.dirname(file))));
  expect([...commands].toSorted()).toEqual(["-", "apart", "check", "report"]);
});

test("what was kept and is damaged is compiled anew", async () => {
  await run();
  for (const file of compiled()) {
    const bytes = fs.readFileSync(file);
    bytes[bytes.length >> 2]! ^= 0x10;
    fs.writeFileSync(file, bytes);
  }
  const damaged = compiled().map((file) => fs.readFileSync(file));
  expect(await run()).toBe("function\nlázy");
  expect(compiled().map((file) => fs.readFileSync(file))).not.toEqual(damaged);
});

test("what another build kept goes, and a folder that takes nothing is no trouble", async () => {
  const other = path.join(folder, "compiled", "single", "0123456789abcdef");
  fs.rmSync(path.join(folder, "compiled"), { recursive: true, force: true });
  fs.mkdirSync(other, { recursive: true });
  await run();
  expect(fs.existsSync(other)).toBe(false);
  fs.rmSync(path.join(folder, "compiled"), { recursive: true });
  fs.writeFileSync(path.join(folder, "compiled"), "a file where the folder would be");
  expect(await run()).toBe("function\nlázy");
  fs.rmSync(path.join(folder, "compiled"));
});
