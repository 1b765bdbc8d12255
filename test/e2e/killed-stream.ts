import { setTimeout as sleep } from "node:timers/promises";
import { startEstatus } from "../support/estatus.ts";
import type { Home } from "../support/home.ts";
import { atMostOne, bringUp, endProgram, expectBack, expectWhole } from "../support/killed-check.ts";

/** How many checks of a stream are under way at once at the most. */
const STREAM = 4;
/** After so many rounds it is measured anew how long a check takes: a machine's load changes. */
const MEASURE_EVERY = 5;

export type Killed = {
  readonly kills: number;
  readonly checks: number;
  readonly outages: number;
  /** How many kills fell into each fifth of the time a check takes that brings the program back, and after it. */
  readonly when: readonly number[];
};

/**
 * Kills the program again and again, and under a stream of checks that overlap each check at a random moment, until
 * `wanted` kills have hit a check that was still at work. Throws where ever two of the program run (none ends by
 * itself), where the next check that is left alone does not bring it back, or where an outage is lost or doubled.
 */
export async function killChecks(
  home: Home,
  wanted: number,
  random: () => number,
  tell: (so: Killed) => void = () => undefined,
): Promise<Killed> {
  const executable = await bringUp(home);
  const when = [0, 0, 0, 0, 0, 0];
  let [kills, checks, outages, length] = [0, 0, 0, 0];
  for (let round = 0; kills < wanted; round += 1) {
    if (round % MEASURE_EVERY === 0) {
      length = await measure(home, executable);
      outages += 1;
    }
    await endProgram(executable);
    outages += 1;
    const hits = await Promise.all(
      Array.from({ length: STREAM }, async () => {
        await sleep(random() * 0.6 * length);
        const began = performance.now();
        const { child, ended } = startEstatus(home.folder, ["check"]);
        await sleep(random() * 1.2 * length);
        const lasted = performance.now() - began;
        child.kill("SIGKILL");
        atMostOne(executable);
        return (await ended).signal === "SIGKILL" ? [lasted / length] : [];
      }),
    );
    for (const part of hits.flat()) when[Math.min(5, Math.floor(part * 5))]! += 1;
    kills = when.reduce((sum, each) => sum + each);
    checks += STREAM;
    await expectBack(home, executable);
    tell({ kills, checks, outages, when });
  }
  await expectWhole(home, outages);
  return { kills, checks, outages, when };
}

/** How long, in ms, a check takes on this machine now that is left alone and brings the program back. */
async function measure(home: Home, executable: string): Promise<number> {
  await endProgram(executable);
  const began = performance.now();
  await startEstatus(home.folder, ["check"]).ended;
  const length = performance.now() - began;
  await expectBack(home, executable);
  return length;
}
