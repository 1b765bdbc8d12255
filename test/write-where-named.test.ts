import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { writeWhereNamed } from "../src/write-where-named.ts";
import { newFolder } from "./agenda/launch.ts";

const lines = "600\n".repeat(100_000);

test("A link stays, and the file it leads to is replaced whole", async () => {
  using home = newFolder();
  const [target, link, first] = ["real/out.csv", "link", "first"].map((name) => path.join(home.folder, name));
  fs.mkdirSync(path.dirname(target!));
  fs.writeFileSync(target!, "old");
  const before = fs.statSync(target!).ino;
  fs.symlinkSync("real/out.csv", link!);
  fs.symlinkSync(link!, first!);
  await writeWhereNamed(first!, ["new"], 0o600);
  expect([first!, link!].map((each) => fs.lstatSync(each).isSymbolicLink())).toEqual([true, true]);
  expect(fs.readFileSync(target!, "utf8")).toBe("new");
  expect(fs.statSync(target!).ino).not.toBe(before);
  expect(fs.readdirSync(path.dirname(target!))).toEqual(["out.csv"]);
});

test("A link to a file that is not there yet makes it, and links in a circle are refused and stay", async () => {
  using home = newFolder();
  const [link, circle] = ["link", "circle"].map((name) => path.join(home.folder, name));
  fs.symlinkSync("later.csv", link!);
  await writeWhereNamed(link!, ["new"], 0o600);
  expect(fs.readFileSync(path.join(home.folder, "later.csv"), "utf8")).toBe("new");
  fs.symlinkSync("circle", circle!);
  await expect(writeWhereNamed(circle!, ["new"], 0o600)).rejects.toThrow("ELOOP");
  expect(fs.readdirSync(home.folder).toSorted()).toEqual(["circle", "later.csv", "link"]);
});

test("A pipe takes the text as it comes and stays a pipe, also where its reader goes away halfway", async () => {
  using home = newFolder();
  // A pipe each: the reader of the first may still have it open when its output has ended.
  for (const [name, reader, read] of [
    ["whole", "cat", lines.length],
    ["half", "head -c 5", 5],
  ] as const) {
    const pipe = path.join(home.folder, name);
    execFileSync("mkfifo", [pipe]);
    const child = spawn("sh", ["-c", `${reader} "$0" | wc -c`, pipe], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    // Heard from the beginning: what a child said that has ended is thrown away where nobody listens.
    const said = child.stdout.toArray();
    await writeWhereNamed(pipe, [lines], 0o600);
    expect(String(await said).trim()).toBe(String(read));
    expect(fs.lstatSync(pipe).isFIFO()).toBe(true);
  }
  expect(fs.readdirSync(home.folder).toSorted()).toEqual(["half", "whole"]);
});

test("A device takes it, or says why not, and stays a device", async () => {
  using home = newFolder();
  const link = path.join(home.folder, "link");
  fs.symlinkSync("/dev/null", link);
  await writeWhereNamed(link, [lines], 0o600);
  await expect(writeWhereNamed("/dev/full", [lines], 0o600)).rejects.toThrow("ENOSPC");
  expect(["/dev/null", "/dev/full"].map((each) => fs.lstatSync(each).isCharacterDevice())).toEqual([
    true,
    true,
  ]);
});

test("A file that is open already goes on behind what it holds", async () => {
  using home = newFolder();
  const log = path.join(home.folder, "log");
  const handle = fs.openSync(log, "a");
  fs.writeSync(handle, "before\n");
  const { ino } = fs.fstatSync(handle);
  await writeWhereNamed(`/dev/fd/${handle}`, ["new\n"], 0o600);
  fs.writeSync(handle, "after\n");
  expect(fs.readFileSync(log, "utf8")).toBe("before\nnew\nafter\n");
  expect(fs.statSync(log).ino).toBe(ino);
  fs.closeSync(handle);
});
