import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { programs } from "../../packaging/programs.ts";

const file = path.join(import.meta.dirname, "../../src/estatus/free-garbage.ts");

// Prints, for each of eleven calls, whether it freed 2 MB of garbage that V8 would have kept for later.
const script = `
  const { freeGarbage } = await import(${JSON.stringify(file)});
  const freed = [];
  for (let call = 1; call <= 11; call += 1) {
    Array.from({ length: 32 }, () => new Array(8_192).fill(call));
    const before = process.memoryUsage().heapUsed;
    freeGarbage();
    freed.push(before - process.memoryUsage().heapUsed > 1_500_000);
  }
  console.log(freed.flatMap((did, i) => (did ? [i + 1] : [])).join(" "));`;

function callsThatFreed(flags: readonly string[]): string {
  return String(execFileSync(process.execPath, [...flags, "--input-type=module", "-e", script])).trim();
}

test("Garbage is freed at the first call and every tenth one after it, with the flags of the shipped checker", () => {
  expect(callsThatFreed(programs.estatus.flags)).toBe("1 11");
});

test("Where Node was started without --expose-gc nothing happens, and nothing fails", () => {
  expect(callsThatFreed(["--min-semi-space-size=64"])).toBe("");
});
