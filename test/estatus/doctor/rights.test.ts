import { expect, test } from "vitest";
import { rightsFindings } from "../../../src/estatus/doctor/rights.ts";

const levels = (priority: string, elevated: boolean | null) =>
  rightsFindings({ name: "Agenda" }, { priority, elevated }).map(({ level }) => level);

test("a program that runs as after a double click is fine", () => {
  expect(levels("normal", false)).toEqual(["ok"]);
});

test("a lower priority and administrator's rights are each a warning", () => {
  expect(levels("below-normal", false)).toEqual(["warning"]);
  expect(levels("normal", true)).toEqual(["warning"]);
  expect(levels("idle", true)).toEqual(["warning", "warning"]);
});

test("what Windows would not say is not held against the program", () => {
  expect(levels("unknown", null)).toEqual(["ok"]);
});
