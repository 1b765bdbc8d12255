import { expect, test } from "vitest";
import { hexCode, taskResult } from "../../../src/estatus/core/task-result.ts";

test.each([
  [0, "ok"],
  [2, "down"],
  [0x41301, "running"],
  [-2147020576, "refused"],
  [0x800710e0, "refused"],
  [0xc000013a, "console-closed"],
  [77, "other"],
] as const)("result %d means %s", (code, meaning) => {
  expect(taskResult(code)).toBe(meaning);
});

test("a code is shown as people look it up, however it was signed", () => {
  expect(hexCode(-2147020576)).toBe("0x800710e0");
});
