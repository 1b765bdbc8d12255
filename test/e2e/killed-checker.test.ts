import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDatabase, type Db } from "../../src/sqlite/open.ts";
import { startEstatus } from "../support/estatus.ts";
import { newHome, type Home } from "../support/home.ts";
import { bringUp, endProgram, expectBack, expectWhole } from "../support/killed-check.ts";
import { processesOf } from "../support/processes.ts";
import { randomOf } from "../support/random.ts";
import { killChecks } from "./killed-stream.ts";

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
  await endProgram(executable);
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
  await expectBack(home, executable);
}

// Sixty checks one after another: on a machine that is busy with other things that takes its time.
const PATIENCE = { timeout: 180_000 };

test.concurrent.for([0, 1])(
  "A check killed at any time leaves at most one program, and no outage is lost or doubled (%i)",
  PATIENCE,
  async (lane) => {
    using home = newHome();
    const executable = await bringUp(home);
    // From before anything has happened until after everything has.
    const delays = Array.from({ length: 18 }, (_, step) => step * 40 + lane * 20);
    for (const delay of delays) await killCheckAt(home, executable, after(delay));
    await expectWhole(home, delays.length);
  },
);

test.concurrent("The same at each step that can be told from outside", PATIENCE, async () => {
  using home = newHome();
  const executable = await bringUp(home);
  const points = Array.from({ length: 5 }, () => POINTS).flat();
  for (const [, point] of points) await killCheckAt(home, executable, point);
  await expectWhole(home, points.length);
});

// The long form is `npm run prove:kills`.
test.concurrent("The same under a stream of checks that are killed at random", PATIENCE, async () => {
  using home = newHome();
  const { kills, outages } = await killChecks(home, 20, randomOf(1));
  expect(kills).toBeGreaterThanOrEqual(20);
  expect(outages).toBeGreaterThan(0);
});
