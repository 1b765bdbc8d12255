import { setTimeout as sleep } from "node:timers/promises";
import { startEstatus } from "../support/estatus.ts";
import type { Home } from "../support/home.ts";
import { atMostOne, bringUp, endProgram, expectBack, expectWhole } from "../support/killed-check.ts";

/** How many checks of a stream are under way at once at the most. */
const STREAM = 4;

export type Killed = { readonly kills: number; readonly checks: number; readonly outages: number };

/**
 * Kills the program again and again, and under a stream of checks that overlap each check at a random moment, until
 * `wanted` kills have hit a check that was still at work. Throws where ever two of the program run, or where an outage
 * is lost or doubled.
 */
export async function killChecks(
  home: Home,
  wanted: number,
  random: () => number,
  tell: (so: Killed) => void = () => undefined,
): Promise<Killed> {
  const began = performance.now();
  const executable = await bringUp(home);
  // As long as a check takes on this machine now, and a little longer.
  const span = 1.2 * (performance.now() - began);
  let [kills, checks, outages] = [0, 0, 0];
  while (kills < wanted) {
    await endProgram(executable);
    outages += 1;
    const signals = await Promise.all(
      Array.from({ length: STREAM }, async () => {
        await sleep(random() * 0.6 * span);
        const { child, ended } = startEstatus(home.folder, ["check"]);
        await sleep(random() * span);
        child.kill("SIGKILL");
        atMostOne(executable);
        return (await ended).signal;
      }),
    );
    kills += signals.filter((signal) => signal === "SIGKILL").length;
    checks += STREAM;
    await expectBack(home, executable);
    tell({ kills, checks, outages });
  }
  await expectWhole(home, outages);
  return { kills, checks, outages };
}
