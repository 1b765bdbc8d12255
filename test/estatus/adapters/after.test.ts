import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { after } from "../../../src/estatus/adapters/after.ts";

/** Whether work that is to be done after `ms` was done within a tenth of a second. */
async function isDoneSoon(ms: number, callOff = false): Promise<boolean> {
  let done = false;
  const end = after(ms, () => void (done = true));
  if (callOff) end();
  await sleep(100);
  end();
  return done;
}

test.for([
  [20, true],
  [2 ** 31 - 1, false],
  [2 ** 31, false],
  [30 * 86_400_000, false],
  [366 * 86_400_000, false],
] as const)(
  "Work that is to be done after %i ms is done within a tenth of a second: %s",
  async ([ms, soon]) => {
    expect(await isDoneSoon(ms)).toBe(soon);
  },
);

test("Work that was called off is not done", async () => {
  expect(await isDoneSoon(20, true)).toBe(false);
});
