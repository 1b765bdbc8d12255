import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { CheckedProgram, Reported } from "../../support/commands.ts";
import { randomOf } from "../../support/random.ts";
import { bench, IDLE } from "./programs.ts";
import { kill, killAll, pidsOf } from "./wine.ts";

const KILLS = 3;
/** A check that was over before its kill proves nothing, and another is tried. */
const ROUNDS = 12;

test("a check ended by TerminateProcess at any moment leaves one program, and each outage recorded once", async () => {
  const random = randomOf(1);
  const place = bench("killed", IDLE, { stable_after: "100ms", backoff_cap: "100ms" });
  const checked = async () => {
    const { code, stdout, stderr } = await place.estatus(["check", "--json"]);
    if (stdout === "") throw new Error(stderr);
    return { code, program: (JSON.parse(stdout) as { programs: CheckedProgram[] }).programs[0]! };
  };
  expect(await checked()).toMatchObject({ code: 1 });
  // Not the very first, which starts Windows too and takes far longer.
  await kill(...(await pidsOf(place.executable)));
  const began = performance.now();
  expect(await checked()).toMatchObject({ code: 1 });
  let span = performance.now() - began;

  let hits = 0;
  let rounds = 0;
  while (hits < KILLS && rounds < ROUNDS) {
    rounds += 1;
    await kill(...(await pidsOf(place.executable)));
    const check = place.estatus(["check"]);
    await sleep(random() * span);
    const checkers = await pidsOf("estatus.exe");
    // taskkill /F is TerminateProcess.
    await kill(...checkers);
    await check;
    hits += checkers.length;
    // What this one took says when the next is at work, on a machine that is busy now and idle then.
    if (checkers.length === 0) span /= 2;
    expect((await pidsOf(place.executable)).length).toBeLessThanOrEqual(1);
    // One that the killed check launched is proven when it is two seconds old, however many looks that takes.
    await expect.poll(async () => (await checked()).code, { timeout: 60_000 }).toBeLessThan(2);
    expect(await pidsOf(place.executable)).toHaveLength(1);
  }
  expect(hits).toBeGreaterThanOrEqual(KILLS);
  const { stdout } = await place.estatus(["report", "--format", "json"]);
  const missing = (JSON.parse(stdout) as Reported).outages.filter(({ kind }) => kind === "missing");
  expect(missing.map(({ ended_by }) => ended_by)).toEqual(Array(rounds + 1).fill("estatus"));
  console.log(`${hits} of ${rounds} checks ended at work, ${missing.length} outages recorded`);
  await killAll(place.executable);
});
