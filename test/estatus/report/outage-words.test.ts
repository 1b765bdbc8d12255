import { expect, test } from "vitest";
import { durationText } from "../../../src/locales/duration.ts";
import { words } from "../../../src/locales/report-words.ts";
import { detailWords, lastedWords } from "../../../src/estatus/report/outage-words.ts";

// The page shows either language, whatever the one of the system is.
test.for([
  ["en", "last failure: could not look again: the session is ending"],
  ["es", "último error: no se pudo mirar otra vez: la sesión se está cerrando"],
] as const)("what else there is to say of an outage is said in %s", ([language, said]) => {
  const told = {
    unchecked: 0,
    attempts: 1,
    error: "could not look again: the session is ending",
    restored: null,
  };
  expect(detailWords(told, words[language], language)).toBe(said);
});

test("how much of an outage nobody checked is said first", () => {
  const told = { unchecked: 14 * 3_600_000, attempts: 2, error: null, restored: null };
  expect(detailWords(told, words.en, "en")).toBe("14 h of it without checks; 2 launches");
  expect(detailWords(told, words.es, "es")).toBe("de ese tiempo, 14 h sin revisiones; 2 arranques");
});

test("bounds that read the same are not said twice", () => {
  const lasted = { min: 52_740_100, mid: 52_740_500, max: 52_760_000 };
  expect(lastedWords(lasted, (ms) => durationText(ms, "en"))).toBe("14 h 39 min");
});

test("so little that it reads as nothing is not said to be how far a duration may be off", () => {
  const said = (min: number, max: number) =>
    lastedWords({ min, mid: (min + max) / 2, max }, (ms) => durationText(ms, "en"));
  expect(said(0, 60)).toBe("0 s");
  expect(said(2_220, 2_280)).toBe("2.3 s");
  expect(said(2_200, 2_300)).toBe("2.3 s ±0.1 s");
});
