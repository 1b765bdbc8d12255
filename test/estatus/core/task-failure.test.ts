import { expect, test } from "vitest";
import { taskFailure } from "../../../src/estatus/core/task-failure.ts";

test.each([
  [0x80070005, "denied"],
  [-2147024891, "denied"],
  [0x80070002, "missing"],
  [0x80041315, "service-stopped"],
  [0x800704ec, "policy"],
  [0x8004131a, "invalid"],
  [1, "other"],
] as const)("code %d means %s", (code, failure) => {
  expect(taskFailure(code)).toBe(failure);
});
