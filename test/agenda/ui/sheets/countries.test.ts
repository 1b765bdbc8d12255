import { getCountries } from "libphonenumber-js/min";
import { expect, test } from "vitest";
import { countryCodes } from "../../../../src/agenda/ui/sheets/countries.ts";

test("The settings offer each country whose numbers are known, and no other", () => {
  expect([...countryCodes].sort()).toEqual([...getCountries()].sort());
});
