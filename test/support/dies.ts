import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { check } from "./commands.ts";
import type { Guarded } from "./guarded.ts";
import type { Home } from "./home.ts";
import { processesOf } from "./processes.ts";

/**
 * Three checks of a program that dies whenever it is launched: each says so, and none leaves a process of it. Its back-off is
 * of 100 ms, which a quick machine's next check would not wait for.
 */
export async function diesThreeTimes(home: Home, program: Guarded): Promise<void> {
  for (const _ of [1, 2, 3]) {
    expect(await check(home)).toMatchObject({
      code: 2,
      stderr: "",
      programs: [{ attempt: { result: "died" } }],
    });
    expect(processesOf(program.executable)).toEqual([]);
    await sleep(200);
  }
}
