import { spawn } from "node:child_process";
import fs from "node:fs";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { thisMachine } from "../../src/estatus/adapters/machine.ts";
import { keepVigil } from "../../src/estatus/vigil.ts";

/** A vigil over a process of its own, and what it called. */
async function vigil() {
  const machine = await thisMachine();
  const child = spawn("sleep", ["100"], { stdio: "ignore" });
  await once(child, "spawn");
  const pid = child.pid!;
  const moment = machine.moment();
  const seenFor: number[] = [];
  const end = keepVigil(machine, [machine.live(pid, moment)!.identity], moment, (ms) => seenFor.push(ms));
  // Its end is waited for without letting any timer have its turn.
  const kill = () => {
    child.kill("SIGKILL");
    while (machine.live(pid, moment) !== null);
  };
  return { seenFor, end, kill, [Symbol.dispose]: () => void child.kill("SIGKILL") };
}

test("a process that ends is noticed once, with the time for which it was seen", async () => {
  using kept = await vigil();
  await sleep(300);
  kept.kill();
  await sleep(300);
  kept.end();
  expect(kept.seenFor).toHaveLength(1);
  expect(kept.seenFor[0]).toBeGreaterThan(50);
});

test("so is one that ended since the last look, by the look that ends the vigil", async () => {
  using kept = await vigil();
  await sleep(300);
  kept.kill();
  kept.end();
  expect(kept.seenFor).toHaveLength(1);
});

test("what it takes to follow a process is given back when the vigil ends", async () => {
  const files = () => fs.readdirSync("/proc/self/fd").length;
  using kept = await vigil();
  const before = files();
  await sleep(300);
  expect(files()).toBe(before + 1);
  kept.end();
  expect(files()).toBe(before);
});

test("a vigil that ends while all are there calls nobody", async () => {
  using kept = await vigil();
  await sleep(150);
  kept.end();
  kept.kill();
  await sleep(150);
  expect(kept.seenFor).toEqual([]);
});
