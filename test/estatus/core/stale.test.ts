import { describe, expect, it } from "vitest";
import { isBeatOf, isStale } from "../../../src/estatus/core/stale.ts";

const hungAfter = 60_000;
const at = 10_000_000;

describe("isStale", () => {
  it.each([
    ["a fresh beat", { age: 300_000, beatAt: at - 5_000 }, null, false],
    ["a beat exactly as old as is allowed", { age: 300_000, beatAt: at - 60_000 }, null, false],
    ["a beat a millisecond older", { age: 300_000, beatAt: at - 60_001 }, null, true],
    ["no beat ever, of a program just started", { age: 60_000, beatAt: null }, null, false],
    ["no beat ever, of a program that had time for one", { age: 60_001, beatAt: null }, null, true],
    ["a beat from the future, not seen before", { age: 300_000, beatAt: at + 9_000 }, null, false],
    ["a beat from the future that has moved on", { age: 300_000, beatAt: at + 9_000 }, at + 4_000, false],
    ["a beat from the future that stands still", { age: 300_000, beatAt: at + 9_000 }, at + 9_000, true],
  ])("judges %s", (_, look, lastSeen, expected) => {
    expect(isStale({ at, ...look }, lastSeen, hungAfter)).toBe(expected);
  });
});

describe("isBeatOf", () => {
  const beat = {
    pid: 9,
    startedAt: 1_000,
    beatAt: 50_000,
    state: "running",
    reason: null,
    restored: null,
  } as const;

  it("takes a beat of the same pid made since the process began", () => {
    expect(isBeatOf(beat, { pid: 9, token: "t", startedAt: 1_000 })).toBe(true);
  });

  it("does not take what an earlier process of the same pid left behind", () => {
    expect(isBeatOf(beat, { pid: 9, token: "t", startedAt: 90_000 })).toBe(false);
  });

  it("does not take another process's beat", () => {
    expect(isBeatOf(beat, { pid: 8, token: "t", startedAt: 1_000 })).toBe(false);
  });
});
