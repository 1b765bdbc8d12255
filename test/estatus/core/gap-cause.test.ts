import { describe, expect, it } from "vitest";
import { gapCauseOf, type SchedulerFacts } from "../../../src/estatus/core/gap-cause.ts";
import type { SchedulerEvent } from "../../../src/estatus/core/scheduler-event.ts";

const MINUTE = 60_000;
const gap = { from: 100 * MINUTE, to: 200 * MINUTE };
const usual: SchedulerFacts = { task: "on", writtenAt: 0, runsOnBattery: true, events: [] };
const event = (minute: number, what: SchedulerEvent["what"]) => ({ at: minute * MINUTE, what });

describe("a gap that boots, sleep, logons and clocks do not explain", () => {
  it("stays unexplained where the scheduler shows nothing", () => {
    expect(gapCauseOf(gap, usual)).toBe("unexplained");
    expect(gapCauseOf(gap, { ...usual, task: "unknown", writtenAt: null, runsOnBattery: null })).toBe(
      "unexplained",
    );
  });

  it.each([
    ["a task switched off in it", { events: [event(101, "switched-off")] }, "task-disabled"],
    ["a task deleted in it", { events: [event(150, "deleted")] }, "task-disabled"],
    ["a task switched off long before it", { events: [event(50, "switched-off")] }, "unexplained"],
    ["a task switched off after it", { events: [event(201, "switched-off")] }, "unexplained"],
    ["a task that is still off", { task: "off" }, "task-disabled"],
    ["a task that is not there", { task: "missing" }, "task-disabled"],
    ["a definition written just before checks went on", { writtenAt: 199 * MINUTE }, "task-disabled"],
    ["a definition written in the midst of it", { writtenAt: 150 * MINUTE }, "unexplained"],
    ["a definition written before it", { writtenAt: 99 * MINUTE }, "unexplained"],
    ["a start refused on the battery", { events: [event(120, "kept-off-battery")] }, "on-battery"],
    [
      "a logged refusal, whatever the task is now",
      { task: "off", events: [event(120, "kept-off-battery")] },
      "on-battery",
    ],
  ] as const)("after %s: %j is %s", (_, facts, cause) => {
    expect(gapCauseOf(gap, { ...usual, ...facts })).toBe(cause);
  });

  it.each([
    ["on the battery from before it on", [event(90, "on-battery")], "on-battery"],
    ["on the battery for most of it", [event(90, "on-battery"), event(160, "on-mains")], "on-battery"],
    ["on the battery until the mains came back late in it", [event(190, "on-mains")], "on-battery"],
    ["on the battery for less than half", [event(160, "on-battery")], "unexplained"],
    ["on the mains since before it", [event(80, "on-battery"), event(90, "on-mains")], "unexplained"],
  ] as const)("%s is the battery rule's only where the task has one", (_, events, cause) => {
    expect(gapCauseOf(gap, { ...usual, runsOnBattery: false, events })).toBe(cause);
    expect(gapCauseOf(gap, { ...usual, runsOnBattery: true, events })).toBe("unexplained");
    expect(gapCauseOf(gap, { ...usual, runsOnBattery: null, events })).toBe("unexplained");
  });
});
