import * as fc from "fast-check";
import { expect, test } from "vitest";
import { joinCommandLine } from "../../../src/estatus/core/windows-command-line.ts";
import { splitCommandLine } from "../split-command-line.ts";

test.each([
  [["check"], "check"],
  [["a b"], '"a b"'],
  [[""], '""'],
  [["C:\\Program Files\\"], '"C:\\Program Files\\\\"'],
  [["C:\\x\\"], "C:\\x\\"],
  [['say "hi"'], '"say \\"hi\\""'],
  [['a\\"b'], '"a\\\\\\"b"'],
])("%j becomes %s", (args, line) => {
  expect(joinCommandLine(args)).toBe(line);
});

test("any arguments come back as they were", () => {
  const argument = fc.string({ unit: fc.constantFrom("a", " ", "\\", '"', "&", "ñ", "\t", "%") });
  fc.assert(
    fc.property(fc.array(argument), (args) => {
      expect(splitCommandLine(joinCommandLine(args))).toEqual(args);
    }),
    { numRuns: 2_000 },
  );
});
