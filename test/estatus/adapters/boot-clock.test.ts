import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { hiddenTime, sinceBoot, TICK_MS } from "../../../src/estatus/adapters/boot-clock.ts";
import { check, report } from "../../support/commands.ts";
import { configure, sleeper } from "../../support/guarded.ts";
import { newHome } from "../../support/home.ts";

test("time since boot is the system's own, but for a container that is shown less than its processes begin by", () => {
  expect(hiddenTime({ began: 500_000, age: 200, uptime: 500_200 })).toBe(0);
  // A process that became Node long after it began.
  expect(hiddenTime({ began: 100_000, age: 200, uptime: 500_200 })).toBe(0);
  expect(hiddenTime({ began: 500_000, age: 200, uptime: 20_000 })).toBe(480_200);
  const uptime = () => Number(fs.readFileSync("/proc/uptime", "utf8").split(" ")[0]) * 1_000;
  const [before, told, after] = [uptime(), sinceBoot(), uptime()];
  expect(told).toBeGreaterThanOrEqual(before - TICK_MS);
  expect(told).toBeLessThanOrEqual(after + TICK_MS);
});

test("In a container that began long after its machine a program is launched, proves itself, and is up from then on", async () => {
  using home = newHome();
  configure(home, [sleeper(home)]);
  const began = Number(fs.readFileSync("/proc/uptime", "utf8").split(" ")[0]);
  const preload = path.join(home.folder, "container.mjs");
  fs.writeFileSync(
    preload,
    `import os from "node:os"; const { uptime } = os; Object.assign(os, { uptime: () => uptime() - ${began} });`,
  );
  const options = { env: { NODE_OPTIONS: `--import=${preload}` } };
  expect(await check(home, options)).toMatchObject({
    code: 1,
    programs: [{ attempt: { result: "survived" } }],
  });
  expect(await check(home, options)).toMatchObject({ code: 0, programs: [{ state: "up", opened: null }] });
  const { outages, gaps } = await report(home, "Guarded");
  expect(outages).toMatchObject([{ kind: "cold-start", ended_by: "estatus" }]);
  expect(gaps).toEqual([]);
});
