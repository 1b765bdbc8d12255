import { expect, test } from "vitest";
import { describePhone, localeCountry } from "../../src/agenda/phone.ts";

test.for([
  ["600111222", "ES", "600 11 12 22", "+34600111222", false],
  ["+34 600-111-222", "ES", "600 11 12 22", "+34600111222", false],
  ["+34600111222", "US", "+34 600 11 12 22", "+34600111222", false],
  ["0034600111222", "ES", "600 11 12 22", "+34600111222", false],
  ["(415) 555-2671", "US", "(415) 555-2671", "+14155552671", false],
  ["12", "ES", "12", "12", true],
  ["call Ana", "ES", "call Ana", "", true],
  ["600111222", "", "600111222", "600111222", true],
  ["", "ES", "", "", false],
] as const)("%s in %s is shown as %s", ([phone, country, shown, dial, questionable]) => {
  expect(describePhone(phone, country)).toEqual({ shown, dial, questionable });
});

test("The locale gives the country, also where it names only a language", () => {
  expect([localeCountry("es-MX"), localeCountry("es"), localeCountry("en-GB")]).toEqual(["MX", "ES", "GB"]);
});
