import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDatabase, type Db } from "../../src/sqlite/open.ts";
import { check, report } from "../support/commands.ts";
import { startEstatus } from "../support/estatus.ts";
import { configure, sleeper } from "../support/guarded.ts";
import { newHome, type Home } from "../support/home.ts";
import { isAlive, kill, processesOf } from "../support/processes.ts";
import { until } from "../support/until.ts";

/** When to kill a check: once this is true, as seen from outside. */
type Point = (seen: { db: Db; executable: string; began: number; checker: number }) => boolean;

const finds = (db: Db, sql: string, ...words: unknown[]) => db.prepare(sql).get(...words) !== undefined;
const inHand = "SELECT 1 FROM attempt JOIN outage ON outage.id = outage_id AND ended_at IS NULL";

const POINTS: readonly (readonly [string, Point])[] = [
  ["holding the lease", ({ db, checker }) => finds(db, "SELECT 1 FROM lease WHERE holder_pid = ?", checker)],
  ["after recording the outage", ({ db }) => finds(db, "SELECT 1 FROM outage WHERE ended_at IS NULL")],
  ["after recording the attempt", ({ db }) => finds(db, inHand)],
  ["after the spawn", ({ executable }) => processesOf(executable).length > 0],
  ["while it is proved", ({ db }) => finds(db, `${inHand} AND attempt.pid IS NOT NULL`)],
];

const after =
  (ms: number): Point =>
  ({ began }) =>
    performance.now() - began >= ms;

/** Kills the program, then the check that would bring it back at `point`, and lets the next checks go on. */
async function killCheckAt(home: Home, executable: string, point: Point): Promise<void> {
  const before = processesOf(executable);
  expect(before).toHaveLength(1);
  kill(before);
  await until("the program is gone", () => !isAlive(before[0]!));

  const { child, ended } = startEstatus(home.folder, ["check"]);
  const seen = {
    db: openDatabase(`${home.estatus}/estatus.db`, { readonly: true }),
    executable,
    began: performance.now(),
    checker: child.pid!,
  };
  while (child.exitCode === null && !point(seen)) await sleep(2);
  child.kill("SIGKILL");
  seen.db.close();
  await ended;
  expect(processesOf(executable).length).toBeLessThanOrEqual(1);

  // A program that a killed check launched has to prove itself first: until then it is "down" (2).
  let code: number | null = 2;
  for (let checks = 0; code === 2 && checks < 3; checks += 1) {
    if (checks > 0) await sleep(100);
    ({ code } = await check(home));
    expect(processesOf(executable)).toHaveLength(1);
  }
  expect([0, 1]).toContain(code);
}

async function expectWhole(home: Home, kills: number): Promise<void> {
  const { outages } = await report(home, "Guarded");
  expect(outages.map(({ kind }) => kind)).toEqual(["cold-start", ...Array(kills).fill("missing")]);
  expect(new Set(outages.map(({ ended_by }) => ended_by))).toEqual(new Set(["estatus"]));
  const results = outages.map(({ attempts }) => attempts.map(({ result }) => result));
  for (const each of results) {
    expect(each.at(-1)).toBe("survived");
    expect(each.slice(0, -1).filter((result) => result !== "failed")).toEqual([]);
  }
}

async function begin(home: Home): Promise<string> {
  const program = { ...sleeper(home), survive: "100ms", stable_after: "100ms" };
  configure(home, [program]);
  expect(await check(home)).toMatchObject({ code: 1 });
  return program.executable;
}

// Sixty checks one after another: on a machine that is busy with other things that takes its time.
const PATIENCE = { timeout: 180_000 };

test.concurrent.for([0, 1])(
  "A check killed at any time leaves at most one program, and no outage is lost or doubled (%i)",
  PATIENCE,
  async (lane) => {
    using home = newHome();
    const executable = await begin(home);
    // From before anything has happened until after everything has.
    const delays = Array.from({ length: 18 }, (_, step) => step * 40 + lane * 20);
    for (const delay of delays) await killCheckAt(home, executable, after(delay));
    await expectWhole(home, delays.length);
  },
);

test.concurrent("The same at each step that can be told from outside", PATIENCE, async () => {
  using home = newHome();
  const executable = await begin(home);
  const points = Array.from({ length: 5 }, () => POINTS).flat();
  for (const [, point] of points) await killCheckAt(home, executable, point);
  await expectWhole(home, points.length);
});
