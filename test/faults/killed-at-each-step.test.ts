import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/sqlite/open.ts";
import { check } from "../support/commands.ts";
import { estatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { bringUp, endProgram, expectBack, expectWhole } from "../support/killed-check.ts";
import { injecting, STEPS } from "./inject.ts";

/** Of the pages of one and the same transaction not each has to be tried. */
const PAGES_APART = 4;

/**
 * Kills a check at its first, second, … call of each kind, until it has none left; `before` and `after` are told that
 * it is about to begin and that it ended. Returns how many were killed.
 */
async function atEachStep(
  pagesApart: number,
  before: () => Promise<Home>,
  after: (home: Home) => Promise<void>,
): Promise<number> {
  let kills = 0;
  for (const call of STEPS) {
    for (let step = 1; ; step += call === "pwrite64" ? pagesApart : 1) {
      const home = await before();
      const fault = injecting(call, `signal=KILL:when=${step}`);
      const { signal, code } = await estatus(home.folder, ["check"], fault);
      await after(home);
      if (signal === null) {
        expect([0, 1]).toContain(code);
        break;
      }
      // strace ends as the traced did.
      expect(signal).toBe("SIGKILL");
      kills += 1;
    }
  }
  console.log(`${kills} kills`);
  return kills;
}

test.concurrent("Bringing a program back, killed at each step: it is back once, and recorded once", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  let ends = 0;
  const before = async () => {
    await endProgram(executable);
    ends += 1;
    return home;
  };
  const kills = await atEachStep(1, before, () => expectBack(home, executable));
  expect(kills).toBeGreaterThan(40);
  await expectWhole(home, ends);
});

test.concurrent("The very first check, killed at each step: the next makes the store and the program", async () => {
  const before = async () => {
    const home = newHome();
    configure(home, [{ ...sleeper(home), survive: "100ms", stable_after: "100ms" }]);
    return home;
  };
  const kills = await atEachStep(PAGES_APART, before, async (home) => {
    using used = home;
    await expectBack(used, path.join(used.folder, "Guarded"));
    await expectWhole(used, 0);
  });
  expect(kills).toBeGreaterThan(30);
});

test.concurrent("Taking the spool in, killed at each step: each line is taken in once, in order", async () => {
  using home = newHome();
  const executable = await bringUp(home);
  const version = (value: number) => {
    const db = openDatabase(path.join(home.estatus, "estatus.db"));
    const before = db.pragma("user_version", { simple: true }) as number;
    db.pragma(`user_version = ${value}`);
    db.close();
    return before;
  };
  let ends = 0;
  // A relaunch while the store is of a newer program: all of it is spooled.
  const before = async () => {
    await endProgram(executable);
    ends += 1;
    const ours = version(99);
    expect(await check(home)).toMatchObject({ code: 1 });
    version(ours);
    expect(fs.existsSync(path.join(home.estatus, "spool.jsonl"))).toBe(true);
    return home;
  };
  const kills = await atEachStep(PAGES_APART, before, async () => {
    await expectBack(home, executable);
    const left = fs.readdirSync(home.estatus).filter((name) => name.startsWith("spool.jsonl"));
    expect(left).toEqual([]);
  });
  expect(kills).toBeGreaterThan(10);
  await expectWhole(home, ends);
});
