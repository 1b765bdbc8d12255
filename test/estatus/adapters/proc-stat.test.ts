import { expect, test } from "vitest";
import { parseStat } from "../../../src/estatus/adapters/proc-stat.ts";

const fields = "S 1 2 3 4 5 4194560 7 8 9 10 11 12 13 14 15 16 17 18 987654 20 21";

test.for(["sleep", "(sd-pam)", "a) Z 9 (b", "two\nlines", "", ") ", "ä€\u{1f4be}", "a".repeat(4_096)])(
  "The name %j does not lead the eye astray",
  (name) => {
    expect(parseStat(`4711 (${name}) ${fields}\n`)).toEqual({ ended: false, ppid: 1, startTicks: 987_654 });
  },
);

test.for([
  ["Z", 4_194_560],
  ["X", 0],
  ["R", 4_194_564],
  ["D", 4],
])("One in state %s with the flags %i has ended", ([state, flags]) => {
  expect(
    parseStat(`4711 (a) ${fields.replace("S", String(state)).replace("4194560", String(flags))}`)?.ended,
  ).toBe(true);
});

test("No line is no process, and a form that it does not know is no answer", () => {
  expect(parseStat(null)).toBeNull();
  for (const line of ["", "4711 (sleep) S 1", "4711 (sleep) S x 2 3", "nonsense"]) {
    expect(() => parseStat(line)).toThrow("/proc/PID/stat");
  }
});
