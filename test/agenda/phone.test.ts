import { expect, test } from "vitest";
import { describePhone, localeCountry, withoutHomeCode } from "../../src/agenda/phone.ts";

test.for([
  ["600111222", "ES", "600 11 12 22", "+34600111222", false],
  ["+34 600-111-222", "ES", "600 11 12 22", "+34600111222", false],
  ["+34600111222", "US", "+34 600 11 12 22", "+34600111222", false],
  ["0034600111222", "ES", "600 11 12 22", "+34600111222", false],
  ["(415) 555-2671", "US", "(415) 555-2671", "+14155552671", false],
  ["12", "ES", "12", "12", true],
  ["call Ana", "ES", "call Ana", "", true],
  ["112", "ES", "112", "112", false],
  ["22334", "ES", "22334", "22334", false],
  ["600 11", "ES", "600 11", "60011", true],
  ["60011222", "ES", "60011222", "60011222", true],
  ["1800 FLOWERS", "ES", "1800 FLOWERS", "", true],
  ["*#06#", "ES", "*#06#", "", true],
  ["600111222 / 911222333", "ES", "600111222 / 911222333", "", true],
  ["+99 123 456", "ES", "+99 123 456", "+99123456", true],
  ["600111222 (home)", "ES", "600111222 (home)", "+34600111222", false],
  ["casa 600111222", "ES", "casa 600111222", "+34600111222", false],
  ["912345678 ext. 12", "ES", "912 34 56 78 ext. 12", "+34912345678", false],
  ["tel:+34600111222", "ES", "600 11 12 22", "+34600111222", false],
  ["\u202A+34 600111222\u202C", "ES", "600 11 12 22", "+34600111222", false],
  ["600111222", "", "600111222", "600111222", true],
  ["", "ES", "", "", false],
] as const)("%s in %s is shown as %s", ([phone, country, shown, dial, questionable]) => {
  expect(describePhone(phone, country)).toEqual({ shown, dial, questionable });
});

test("The locale gives the country, also where it names only a language", () => {
  expect([localeCountry("es-MX"), localeCountry("es"), localeCountry("en-GB")]).toEqual(["MX", "ES", "GB"]);
});

test.for([
  ["+34 600 111 222", "ES", " 600 111 222"],
  ["0034600111222", "ES", "600111222"],
  ["Ana +34(600", "ES", "Ana (600"],
  ["+1 415", "US", " 415"],
  ["\u202A+34 600\u202C", "ES", "\u202A 600\u202C"],
  ["(+34) 600", "ES", "() 600"],
  ["07700 900", "GB", "7700 900"],
  ["Ana 07700", "GB", "Ana 7700"],
  ["+44 (0)7700 900", "GB", " ()7700 900"],
  ["0770", "GB", "0770"],
  ["08001", "ES", "08001"],
  ["06123", "IT", "06123"],
  ["A+34 600", "ES", "A+34 600"],
  ["+34", "ES", "+34"],
  ["+34 Ana", "ES", "+34 Ana"],
  ["60034600", "ES", "60034600"],
  ["34912345678", "ES", "912345678"],
  ["34 600 111 222", "ES", "600111222"],
  ["3491234567", "ES", "3491234567"],
  ["Ana 34912345678", "ES", "Ana 34912345678"],
  ["34912345678", "FR", "34912345678"],
  ["1 415 555 2671", "US", "4155552671"],
  ["447911123456", "GB", "7911123456"],
  ["+44 20", "ES", "+44 20"],
  ["+34 600", "", "+34 600"],
] as const)("A search for %j in %s is one for %j", ([search, country, searched]) => {
  expect(withoutHomeCode(search, country)).toBe(searched);
});
