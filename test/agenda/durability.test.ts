import { expect, test } from "vitest";
import { killOnce, newLedger } from "./killed-while-writing.ts";
import { newFolder } from "./launch.ts";

test("Killed 15 times while four writers write, it has all it answered for, nothing half, and a sound file", async () => {
  using home = newFolder();
  const ledger = newLedger();
  for (let kill = 0; kill < 15; kill += 1)
    expect(await killOnce(home.folder, ledger, Math.random)).toEqual([]);
  expect(ledger.answered).toBeGreaterThanOrEqual(15);
}, 180_000);
