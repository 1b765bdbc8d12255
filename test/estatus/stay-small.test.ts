import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { programs } from "../../packaging/programs.ts";

const file = path.join(import.meta.dirname, "../../src/estatus/stay-small.ts");

// Prints which of eleven calls freed 2 MB of garbage that V8 would have kept for later.
const young = `
  const { freeGarbage } = await import(${JSON.stringify(file)});
  const freed = [];
  for (let call = 1; call <= 11; call += 1) {
    Array.from({ length: 32 }, () => new Array(8_192).fill(call));
    const before = process.memoryUsage().heapUsed;
    freeGarbage();
    freed.push(before - process.memoryUsage().heapUsed > 1_500_000);
  }
  console.log(freed.flatMap((did, i) => (did ? [i + 1] : [])).join(" "));`;

// Prints which of 611 calls freed 20 MB that had been in use for the first 50 of them.
const old = `
  const { freeGarbage } = await import(${JSON.stringify(file)});
  let used = Array.from({ length: 320 }, () => new Array(8_192).fill(1));
  const freed = [];
  for (let call = 1; call <= 611; call += 1) {
    if (call === 50) used = [];
    const before = process.memoryUsage().heapUsed;
    freeGarbage();
    if (before - process.memoryUsage().heapUsed > 15_000_000) freed.push(call);
  }
  console.log(freed.join(" "), used.length);`;

// Calls a function ten thousand times a round until V8 has optimized it, and prints what V8 then says of how it runs.
const often = (rounds: number, before = "") => `
  const { neverOptimize } = await import(${JSON.stringify(file)});
  ${before}
  const half = (n) => n / 2;
  const MAGLEV = 1 << 5, TURBOFAN = 1 << 6;
  const isPlain = () => (%GetOptimizationStatus(half) & (MAGLEV | TURBOFAN)) === 0;
  let sum = 0;
  for (let round = 0; round < ${rounds} && isPlain(); round += 1) {
    for (let call = 0; call < 10_000; call += 1) sum += half(call);
    // Another thread optimizes it, when it gets to it.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.log(isPlain() ? "plain" : "optimized");`;

function printed(script: string, flags: readonly string[]): string {
  return String(execFileSync(process.execPath, [...flags, "--input-type=module", "-e", script])).trim();
}

test("Garbage is freed at the first call and every tenth one after it, with the flags of the shipped checker", () => {
  expect(printed(young, programs.estatus.flags)).toBe("1 11");
});

test("What was in use for long is freed at every 600th", () => {
  expect(printed(old, programs.estatus.flags)).toBe("601 0");
});

test("Where Node was started without --expose-gc nothing happens, and nothing fails", () => {
  expect(printed(young, ["--min-semi-space-size=64"])).toBe("");
});

test("What runs often is optimized by V8, and not where somebody stays", () => {
  const flags = [...programs.estatus.flags, "--allow-natives-syntax"];
  expect(printed(often(1_000), flags)).toBe("optimized");
  expect(printed(often(50, "neverOptimize();"), flags)).toBe("plain");
});
