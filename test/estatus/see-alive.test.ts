import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../src/estatus/core/policy.ts";
import type { Machine } from "../../src/estatus/adapters/ports.ts";
import { isListingDue, stillThere } from "../../src/estatus/see-alive.ts";
import { agenda, memory, minute, moment } from "./core/knowing.ts";

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

test("Of a program that runs more than once each look counts the copies, until one is left", () => {
  expect(isListingDue({ ...memory, state: "duplicated" }, DEFAULT_POLICY)).toBe(true);
});

test("The first look of all needs no list of its own: it finds nobody remembered, and lists for that", () => {
  expect(isListingDue(null, DEFAULT_POLICY)).toBe(false);
});

/** Tells a start by the clock that people set, as Windows does. */
const windows = {
  live: (_, { at }) => ({ identity: agenda, age: Math.max(0, at - agenda.startedAt) }),
} as Pick<Machine, "live"> as Machine;

test.each([-120, -2, 0, 3, 600])(
  "A program is as old as it is also where the clock was set by %i minutes since the last look",
  (minutes) => {
    const now = moment(minute);
    const at = now.at + minutes * minute;
    expect(stillThere(windows, agenda, { ...now, at }, memory)).toEqual({
      identity: { ...agenda, startedAt: at - 61 * minute },
      age: 61 * minute,
    });
  },
);

test("Nothing of another boot, and nothing of another process, says how old one is", () => {
  const now = moment(minute, { at: memory.checkedAt });
  const plain = { identity: agenda, age: 60 * minute };
  expect(stillThere(windows, agenda, { ...now, bootId: "another" }, memory)).toEqual(plain);
  const other = { ...memory, identity: { ...agenda, token: "another" } };
  expect(stillThere(windows, agenda, { ...now, at: now.at }, other)).toEqual(plain);
});
