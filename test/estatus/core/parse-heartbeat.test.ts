import { describe, expect, it } from "vitest";
import { parseHeartbeat } from "../../../src/estatus/core/parse-heartbeat.ts";

const good = {
  pid: 42,
  started_at: "2026-11-22T10:00:00.000Z",
  beat_at: "2026-11-22T10:00:05.000Z",
  state: "running",
  restored: { contacts: 3 },
};
const parse = (change: object) => parseHeartbeat(JSON.stringify({ ...good, ...change }));

describe("parseHeartbeat", () => {
  it("reads a whole one", () => {
    expect(parse({ state: "closed", reason: "quit" })).toEqual({
      pid: 42,
      startedAt: Date.parse(good.started_at),
      beatAt: Date.parse(good.beat_at),
      state: "closed",
      reason: "quit",
      restored: { contacts: 3 },
      previous: null,
    });
  });

  it("reads the last word of the process before, and takes a bad one for none", () => {
    const previous = { pid: 41, beat_at: good.started_at, state: "closed", reason: "quit" };
    expect(parse({ previous })?.previous).toEqual({
      pid: 41,
      beatAt: Date.parse(good.started_at),
      state: "closed",
      reason: "quit",
    });
    expect(parse({ previous: { ...previous, pid: "41" } })).toMatchObject({ pid: 42, previous: null });
  });

  it("reads times in milliseconds too", () => {
    expect(parse({ beat_at: 1_700_000_000_000 })?.beatAt).toBe(1_700_000_000_000);
  });

  it.each([
    ["no pid", { pid: undefined }],
    ["a pid that is text", { pid: "42" }],
    ["a negative pid", { pid: -1 }],
    ["a fractional pid", { pid: 1.5 }],
    ["no beat", { beat_at: undefined }],
    ["a beat that is no time", { beat_at: "yesterday" }],
    ["a beat beyond all numbers", { beat_at: 1e300 }],
    ["a state nobody knows", { state: "dancing" }],
  ])("takes a file with %s for none", (_, change) => {
    expect(parse(change)).toBeNull();
  });

  it.each(["", "{", "null", "[]", '"x"', "{}", "\0"])("takes %j for none", (text) => {
    expect(parseHeartbeat(text)).toBeNull();
  });

  it("keeps a reason short and drops one that is no text", () => {
    expect(parse({ reason: "x".repeat(1_000) })?.reason).toHaveLength(200);
    expect(parse({ reason: { a: 1 } })?.reason).toBeNull();
  });
});
