import { expect, test } from "vitest";
import { durationText } from "../../src/locales/duration.ts";

test.for([
  [4_567, "en", "4.6 s"],
  [4_567, "es", "4,6 s"],
  [93_784_000, "es", "1 d 2 h"],
] as const)("%i ms are, in %s, %s", ([ms, language, said]) => {
  expect(durationText(ms, language)).toBe(said);
});
