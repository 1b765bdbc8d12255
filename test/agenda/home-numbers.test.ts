import { expect, test } from "vitest";
import { digitsOf } from "../../src/agenda/fold.ts";
import { homeNumbers } from "../../src/agenda/home-numbers.ts";

test.for([
  [
    "ES",
    "600112233",
    ["600 11 22 33", "+34 600 11 22 33", "0034-600112233", "(+34) 600112233", "\u202A＋34 600112233"],
  ],
  ["GB", "7700900123", ["07700 900123", "+44 7700 900123", "+44 (0)7700 900123", "0044 7700 900123"]],
  ["ES", "33612345678", ["+33 6 12 34 56 78", "0033 612345678", "(00)33 612345678"]],
  ["FR", "34600112233", ["+34 600112233", "0034 600112233"]],
  ["US", "4155552671", ["(415) 555-2671", "+1 415 555 2671", "1-415-555-2671"]],
] as const)("In %s a number tells %s however it is written", ([country, telling, phones]) => {
  const home = homeNumbers(country);
  for (const phone of phones) {
    expect([phone, home.telling(phone)]).toEqual([phone, telling]);
    expect(home.written(telling)).toContain(digitsOf(phone));
  }
});

test.for([
  ["ES", "+44 600112233", "44600112233"],
  ["ES", "34600112233", "34600112233"],
  ["ES", "+34 112", "34112"],
  ["GB", "010", "010"],
  ["", "0034 600112233", "0034600112233"],
  ["ES", "", ""],
] as const)("In %s all digits of %j tell", ([country, phone, telling]) => {
  expect(homeNumbers(country).telling(phone)).toBe(telling);
});

test("A 00 is a plus only where the country dials it so, and before a whole number", () => {
  expect(homeNumbers("ES").telling("001234567")).toBe("01234567");
  expect(homeNumbers("US").telling("0033612345678")).toBe("033612345678");
});
