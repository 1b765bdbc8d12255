import { expect, test } from "vitest";
import { parseStat } from "../../../src/estatus/adapters/proc-stat.ts";

const fields = "S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 987654 20 21";

test.for(["sleep", "(sd-pam)", "a) Z 9 (b", "two\nlines", "", ") ", "ä€\u{1f4be}", "a".repeat(4_096)])(
  "The name %j does not lead the eye astray",
  (name) => {
    expect(parseStat(`4711 (${name}) ${fields}\n`)).toEqual({ state: "S", ppid: 1, startTicks: 987_654 });
  },
);

test("No line is no process, and a form that it does not know is no answer", () => {
  expect(parseStat(null)).toBeNull();
  for (const line of ["", "4711 (sleep) S 1", "4711 (sleep) S x 2 3", "nonsense"]) {
    expect(() => parseStat(line)).toThrow("/proc/PID/stat");
  }
});
