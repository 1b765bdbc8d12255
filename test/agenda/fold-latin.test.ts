import * as fc from "fast-check";
import { expect, test } from "vitest";
import { digitsOf, fold, foldAny } from "../../src/agenda/fold.ts";

const letters = fc.integer({ min: 0, max: 0x260 }).map((code) => String.fromCharCode(code));
const others = fc.constantFrom("ﬁ", "́", "Ж", "½", "İ", "ŉ", "Ǆ", "😀", " ", "\u00ad");

test("The fast fold of Latin names is the fold of any name", () => {
  for (let code = 0; code <= 0x300; code += 1) {
    for (const after of [" b", "b", ""]) {
      const name = `A${String.fromCharCode(code)}${after}`;
      expect([code, fold(name)]).toEqual([code, foldAny(name)]);
    }
  }
  const names = fc.array(fc.oneof({ weight: 9, arbitrary: letters }, others)).map((parts) => parts.join(""));
  fc.assert(fc.property(names, (name) => void expect(fold(name)).toBe(foldAny(name))));
});

test("Digits of plain phones are the digits of any phone", () => {
  expect(digitsOf("+34 (600) 111-222 ext.٣")).toBe("346001112223");
  expect(digitsOf("+34 (600) 111-222 ext.3")).toBe("346001112223");
});
