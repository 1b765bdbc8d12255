import { expect, test } from "vitest";
import { unusual, type RunsAs } from "../../../src/estatus/core/runs-as.ts";

const doubleClick: RunsAs = { priority: "normal", session: 1, ownSession: true, elevated: false };

test.each([
  ["a double click", {}, []],
  ["a task without a priority of its own", { priority: "below-normal" }, ["priority"]],
  ["a terminal of an administrator", { elevated: true }, ["elevated"]],
  ["a service", { session: 0 }, ["session"]],
  ["another user's check", { session: 2, ownSession: false }, ["session"]],
  [
    "a service at low priority",
    { priority: "idle", session: 0, elevated: true },
    ["priority", "elevated", "session"],
  ],
  [
    "a Windows that would not say",
    { priority: "unknown", session: null, ownSession: null, elevated: null },
    [],
  ],
] as const)("a launch as by %s", (_, more, expected) => {
  expect(unusual({ ...doubleClick, ...more }, false)).toEqual(expected);
});

test("administrator's rights are usual where the desktop itself has them", () => {
  expect(unusual({ ...doubleClick, elevated: true }, true)).toEqual([]);
});
