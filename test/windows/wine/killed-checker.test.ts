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
  const span = performance.now() - began;

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
    expect((await pidsOf(place.executable)).length).toBeLessThanOrEqual(1);
    let code: number | null = 2;
    for (let looks = 0; code === 2 && looks < 4; looks += 1) ({ code } = await checked());
    expect([0, 1]).toContain(code);
    expect(await pidsOf(place.executable)).toHaveLength(1);
  }
  expect(hits).toBeGreaterThanOrEqual(KILLS);
  const { stdout } = await place.estatus(["report", "--format", "json"]);
  const missing = (JSON.parse(stdout) as Reported).outages.filter(({ kind }) => kind === "missing");
  expect(missing.map(({ ended_by }) => ended_by)).toEqual(Array(rounds + 1).fill("estatus"));
  console.log(`${hits} of ${rounds} checks ended at work, ${missing.length} outages recorded`);
  await killAll(place.executable);
});
