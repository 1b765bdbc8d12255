import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { outages } from "../support/commands.ts";
import { estatus, type RunOptions } from "../support/estatus.ts";
import { newHome, type Home } from "../support/home.ts";
import { bringUp, endProgram, expectBack } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";
import { ext4, fill, inMemory } from "./file-system.ts";
import { injecting } from "./inject.ts";

const MEGABYTE = 1_000_000;

/** A check in need brings the program back, in sentences. Returns its exit code. */
async function checkInNeed(home: Home, executable: string, options: RunOptions = {}): Promise<void> {
  const { code, stderr } = await estatus(home.folder, ["check"], options);
  expect(code, stderr).toBe(1);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(processesOf(executable)).toHaveLength(1);
}

/** Every end of the program is recorded once. */
async function expectEach(home: Home, times: number, kinds: readonly string[]): Promise<void> {
  const all = await outages(home, "Guarded");
  expect(all).toHaveLength(times);
  for (const { kind, ended_at, attempts, earliest_start } of all) {
    expect(kinds).toContain(kind);
    expect(ended_at).not.toBeNull();
    // Its one launch is one attempt, however much of it the store took and how much the spool.
    expect(attempts.filter(({ result }) => result !== "failed").length).toBeLessThanOrEqual(1);
    for (const { at } of attempts) expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(earliest_start));
  }
}

const PAGES = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32];

test.concurrent("The store's disk is full but for 0 to 32 pages: back each time, and nothing is lost", async () => {
  using home = newHome();
  using _ = inMemory(home.estatus, 2 * MEGABYTE);
  const executable = await bringUp(home);
  for (const pages of PAGES) {
    await endProgram(executable);
    const makeRoom = await fill(home.estatus, pages);
    await checkInNeed(home, executable);
    makeRoom();
    await expectBack(home, executable);
  }
  await expectEach(home, PAGES.length, ["missing"]);
});

test.concurrent("The temporary folder is full as well: back each time; what nobody could note is seen afterwards", async () => {
  using home = newHome();
  using _ = inMemory(home.estatus, 2 * MEGABYTE);
  using __ = inMemory(path.join(home.folder, "tmp"), 2 * MEGABYTE);
  const executable = await bringUp(home);
  for (const pages of PAGES) {
    await endProgram(executable);
    const makeRoom = await fill(home.estatus, pages);
    const makeRoomThere = await fill(path.join(home.folder, "tmp"), 0);
    await checkInNeed(home, executable);
    makeRoom();
    makeRoomThere();
    await expectBack(home, executable);
  }
  await expectEach(home, PAGES.length, ["missing", "restarted"]);
});

test.concurrent("An ext4 that is full, and then one that is read-only", async () => {
  using home = newHome();
  using mounted = ext4(home.estatus, 8 * MEGABYTE);
  const executable = await bringUp(home);
  const times = [0, 1, 4, 12];
  for (const pages of times) {
    await endProgram(executable);
    const makeRoom = await fill(home.estatus, pages);
    await checkInNeed(home, executable);
    makeRoom();
    await expectBack(home, executable);
  }
  await endProgram(executable);
  mounted.remount("ro");
  await checkInNeed(home, executable);
  expect(fs.readdirSync(home.estatus)).not.toContain("spool.jsonl");
  mounted.remount("rw");
  await expectBack(home, executable);
  await expectEach(home, times.length + 1, ["missing"]);
});

test.concurrent.for(["ENOSPC", "EIO"])(
  "The store's n-th write and every later one fails: %s",
  async (error) => {
    using home = newHome();
    const executable = await bringUp(home);
    let times = 0;
    for (let write = 1; write <= 40; write += 3) {
      await endProgram(executable);
      times += 1;
      await checkInNeed(home, executable, injecting("pwrite64", `error=${error}:when=${write}+`));
      await expectBack(home, executable);
    }
    await expectEach(home, times, ["missing"]);
  },
);

test.concurrent("A sync that fails, each in its turn", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  for (const sync of [1, 2, 3, 4, 5]) {
    await endProgram(executable);
    await checkInNeed(home, executable, injecting("fsync", `error=EIO:when=${sync}`));
    await expectBack(home, executable);
  }
  await expectEach(home, 5, ["missing"]);
});
