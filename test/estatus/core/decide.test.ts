import { describe, expect, it } from "vitest";
import { decide, type History } from "../../../src/estatus/core/decide.ts";
import type { Observation } from "../../../src/estatus/core/observation.ts";
import { DEFAULT_POLICY } from "../../../src/estatus/core/policy.ts";

const at = 1_000_000_000;
const alive = { identity: { pid: 7, token: "t", startedAt: at - 1 }, age: 1, heartbeat: null };
const up: Observation = { at, state: "up", ...alive };
const duplicated: Observation = { at, state: "duplicated", others: [], ...alive };
const hung: Observation = { at, state: "hung", why: "heartbeat", ...alive };
const missing: Observation = {
  at,
  state: "missing",
  evidence: { beatAt: null, closed: null, crashedAt: null },
};
const unknown: Observation = { at, state: "unknown", reason: "?" };
const calm: History = { pausedUntil: null, staleLooks: 0, recentAttempts: 0, lastAttemptAt: null };
const restart = { ...DEFAULT_POLICY, hungAction: "restart" } as const;

describe("decide", () => {
  it.each([
    ["is up", up, calm, "nothing", "up"],
    ["runs twice", duplicated, calm, "nothing", "duplicated"],
    ["is missing", missing, calm, "launch", "missing"],
    ["cannot be told", unknown, calm, "nothing", "unknown"],
    ["cannot be told while paused", unknown, { ...calm, pausedUntil: at + 1 }, "nothing", "unknown"],
    ["is missing while paused", missing, { ...calm, pausedUntil: at + 1 }, "nothing", "paused"],
    ["hangs at one look", hung, { ...calm, staleLooks: 1 }, "nothing", "suspected-hung"],
    ["hangs at two looks", hung, { ...calm, staleLooks: 2 }, "nothing", "suspected-hung"],
    ["hangs at three looks", hung, { ...calm, staleLooks: 3 }, "nothing", "hung"],
    ["hangs while paused", hung, { ...calm, staleLooks: 3, pausedUntil: at + 1 }, "nothing", "paused"],
  ] as const)("of a program that %s makes the right action", (_, observation, history, action, reason) => {
    expect(decide(observation, history, DEFAULT_POLICY)).toEqual({ action, reason });
  });

  it("ends a program that hangs only where the policy says restart, and only from the third look on", () => {
    const twice = { ...calm, staleLooks: 2 };
    expect(decide(hung, { ...calm, staleLooks: 3 }, restart).action).toBe("end-and-launch");
    expect(decide(hung, twice, restart).action).toBe("nothing");
  });

  it.each([
    [1, 0, "launch"],
    [2, 119_999, "wait"],
    [2, 120_000, "launch"],
    [3, 239_999, "wait"],
    [3, 240_000, "launch"],
    [9, 899_999, "wait"],
    [9, 900_000, "launch"],
  ])("with %d attempts behind it, the last %d ms ago, decides to %s", (recentAttempts, ago, action) => {
    const history = { ...calm, recentAttempts, lastAttemptAt: at - ago };
    expect(decide(missing, history, DEFAULT_POLICY).action).toBe(action);
  });

  it("says when a launch is due that has to wait", () => {
    const history = { ...calm, recentAttempts: 2, lastAttemptAt: at - 1_000 };
    expect(decide(missing, history, DEFAULT_POLICY).due).toBe(at - 1_000 + 120_000);
  });

  it("is not held up by an attempt that a clock set back has put into the future", () => {
    const history = { ...calm, recentAttempts: 9, lastAttemptAt: at + 1 };
    expect(decide(missing, history, DEFAULT_POLICY).action).toBe("launch");
  });

  it("backs off before it ends a program that hangs again and again", () => {
    const history = { ...calm, staleLooks: 3, recentAttempts: 3, lastAttemptAt: at - 1_000 };
    expect(decide(hung, history, restart).action).toBe("wait");
  });
});
