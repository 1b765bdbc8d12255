import { expect, test } from "vitest";
import type { RunsAs } from "../../../src/estatus/core/runs-as.ts";
import { launchFindings, rightsFindings } from "../../../src/estatus/doctor/rights.ts";

const agenda = { name: "Agenda" };
const doubleClick: RunsAs = { priority: "normal", session: 1, ownSession: true, elevated: false };
const running = (more: Partial<RunsAs>) => rightsFindings(agenda, { ...doubleClick, ...more }, false);
const launched = (more: Partial<RunsAs>) =>
  launchFindings(agenda, { ...doubleClick, ...more, folder: "C:\\Estatus", at: 0 }, false);

test("a program that runs as after a double click is fine, and its relaunch needs no word", () => {
  expect(running({})).toMatchObject([{ id: "rights:Agenda", level: "ok" }]);
  expect(launched({})).toEqual([]);
});

test("each difference is a warning with its cure", () => {
  for (const difference of [{ priority: "below-normal" }, { elevated: true }, { session: 0 }] as const) {
    expect(running(difference)).toMatchObject([{ id: "rights:Agenda", level: "warning" }]);
    expect(launched(difference)).toMatchObject([{ id: "launched:Agenda", level: "warning" }]);
    for (const { cure } of [...running(difference), ...launched(difference)]) expect(cure).not.toBe("");
  }
  expect(running({ priority: "idle", elevated: true })).toHaveLength(2);
});
