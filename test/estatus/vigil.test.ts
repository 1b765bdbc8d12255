import { spawn } from "node:child_process";
import fs from "node:fs";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { TICK_MS } from "../../src/estatus/adapters/boot-clock.ts";
import { thisMachine } from "../../src/estatus/adapters/machine.ts";
import { startVigil } from "../../src/estatus/vigil.ts";
import { until } from "../support/until.ts";

/** A vigil over a process of its own, begun after a check, and how often it called. */
async function keptVigil() {
  const machine = await thisMachine();
  const child = spawn("sleep", ["100"], { stdio: "ignore" });
  await once(child, "spawn");
  const pid = child.pid!;
  const moment = machine.moment();
  const { identity } = machine.live(pid, moment)!;
  let calls = 0;
  const vigil = startVigil(machine, () => (calls += 1));
  await vigil.keep([identity], moment);
  return {
    ...vigil,
    machine,
    identity,
    began: moment.elapsed,
    calls: () => calls,
    /** Its end is waited for without letting anything else have its turn. */
    kill: () => {
      child.kill("SIGKILL");
      while (machine.live(pid, moment) !== null);
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await vigil.end();
    },
  };
}

test("a process that ends is noticed once, with the time until when it was seen", async () => {
  await using kept = await keptVigil();
  await sleep(500);
  kept.kill();
  await until("it was noticed", () => kept.calls() > 0);
  const { identities, elapsed } = kept.pause()!;
  expect(identities).toEqual([kept.identity]);
  expect(elapsed).toBeGreaterThan(kept.began + 100);
  expect(elapsed).toBeLessThanOrEqual(kept.machine.moment().elapsed + TICK_MS);
  await sleep(500);
  expect(kept.calls()).toBe(1);
});

test("its end is what wakes: no look is waited for", async () => {
  await using kept = await keptVigil();
  // Right after a look: the next one would be 180 ms away. On a busy machine some are noticed late, and some are ended so
  // late that the next look is near, which says nothing.
  let delay = Infinity;
  for (let tries = 0; tries < 50 && delay >= 100; tries += 1) {
    const began = performance.now();
    await using one = await keptVigil();
    await sleep(220);
    one.kill();
    const ended = performance.now();
    while (one.calls() === 0) await new Promise(setImmediate);
    if (ended - began < 280) delay = performance.now() - ended;
  }
  expect(delay).toBeLessThan(100);
  expect(kept.calls()).toBe(0);
});

test("the look that ends the vigil calls nobody, and it says until when all were seen, whether one has ended or not", async () => {
  await using kept = await keptVigil();
  await sleep(300);
  expect(kept.pause()!.elapsed).toBeGreaterThanOrEqual(kept.began + 290);
  await kept.keep([kept.identity], kept.machine.moment());
  kept.kill();
  const { identities, elapsed } = kept.pause()!;
  expect(identities).toEqual([kept.identity]);
  expect(elapsed).toBeLessThanOrEqual(kept.machine.moment().elapsed + TICK_MS);
  await sleep(300);
  expect(kept.calls()).toBe(0);
});

test("one that ends while a check is in hand is noticed when the vigil goes on", async () => {
  await using kept = await keptVigil();
  kept.pause();
  kept.kill();
  await sleep(300);
  expect(kept.calls()).toBe(0);
  await kept.keep([kept.identity], kept.machine.moment());
  expect(kept.calls()).toBe(1);
  // Only the check saw it alive: nobody did after it.
  expect(kept.pause()).toBeNull();
});

test("a pid that another process has by now is one that has ended", async () => {
  await using kept = await keptVigil();
  kept.pause();
  await kept.keep([{ ...kept.identity, token: "another" }], kept.machine.moment());
  expect(kept.calls()).toBe(1);
});

test("what it takes to follow processes is given back when others are followed, and at the end", async () => {
  const files = () => fs.readdirSync("/proc/self/fd").length;
  const before = files();
  await using kept = await keptVigil();
  const withOne = files();
  expect(withOne).toBeGreaterThan(before);
  await using other = await keptVigil();
  const withTwo = files();
  await kept.keep([other.identity, kept.identity], kept.machine.moment());
  expect(files()).toBe(withTwo + 1);
  await kept.keep([kept.identity], kept.machine.moment());
  expect(files()).toBe(withTwo);
  await kept.end();
  await other.end();
  expect(files()).toBe(before);
});

test("a vigil that ends while all are there calls nobody", async () => {
  await using kept = await keptVigil();
  await sleep(150);
  await kept.end();
  kept.kill();
  await sleep(150);
  expect(kept.calls()).toBe(0);
});
