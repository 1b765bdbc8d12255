import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../src/estatus/core/policy.ts";
import { isListingDue } from "../../src/estatus/see-alive.ts";
import { memory } from "./core/knowing.ts";

test.for([
  [10, 8, false],
  [10, 9, true],
  [60, 9, false],
  [60, 59, true],
] as const)(
  "With a list every %i looks, and %i since the last one, whether one is due is %s",
  ([listEvery, looksSinceListing, due]) => {
    expect(isListingDue({ ...memory, looksSinceListing }, { ...DEFAULT_POLICY, listEvery })).toBe(due);
  },
);

test("The first look of all needs no list of its own: it finds nobody remembered, and lists for that", () => {
  expect(isListingDue(null, DEFAULT_POLICY)).toBe(false);
});
