import { forAndSeed } from "../support/for-and-seed.ts";
import { newHome } from "../support/home.ts";
import { FAULTS } from "./faults.ts";
import { randomOf } from "../support/random.ts";
import { verify, verifyReport } from "./verify.ts";
import { newWorld, settle, type World } from "./world.ts";

/** Runs the real guard and the real Agenda for `ms` with random faults; returns how often each was caused. */
async function soak(world: World, ms: number): Promise<Map<string, number>> {
  const caused = new Map<string, number>();
  const end = performance.now() + ms;
  await settle(world);
  // The very first start of each is recorded as what it is, and is no outage of this run.
  world.expected = ["Agenda", "Plain"].map((program) => ({
    program,
    from: 0,
    to: Date.now(),
    kinds: ["cold-start"],
  }));
  await verify(world);
  world.counts.outages = 0;
  while (performance.now() < end) {
    const names = Object.keys(FAULTS);
    const name = names[Math.floor(world.random() * names.length)]!;
    try {
      await FAULTS[name]!(world);
      await settle(world);
      await verify(world);
      if (world.random() < 0.1) await verifyReport(world);
    } catch (error) {
      throw new Error(`after ${[...caused.values()].reduce((a, b) => a + b, 0)} faults, at "${name}"`, {
        cause: error,
      });
    }
    caused.set(name, (caused.get(name) ?? 0) + 1);
  }
  return caused;
}

const { ms, seed, words } = forAndSeed("60s");
using home = newHome();
const world = newWorld(home, randomOf(seed));
console.log(`soak ${words}`);
try {
  const caused = await soak(world, ms);
  for (const [name, times] of [...caused].toSorted()) console.log(`${String(times).padStart(6)}  ${name}`);
  const { checks, killedChecks, outages, contacts, newStores } = world.counts;
  console.log(
    `${checks} checks and ${killedChecks} killed ones; ${outages} outages caused and recorded, 0 lost, 0 doubled; ` +
      `${contacts} contacts added, 0 lost; ${newStores} damaged stores set aside; never two of a program`,
  );
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
