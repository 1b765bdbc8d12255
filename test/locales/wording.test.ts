import { afterEach, expect, test } from "vitest";
import { text as doctorText } from "../../src/locales/doctor.ts";
import { speak } from "../../src/locales/language.ts";
import { text } from "../../src/locales/report.ts";
import { words } from "../../src/locales/report-words.ts";

afterEach(() => speak("en"));

test("A range is told from its least to its most", () => {
  expect(text().range("2.8 s", "2.2 s", "3.5 s")).toBe("2.8 s (2.2 s to 3.5 s)");
  speak("es");
  expect(text().range("2,8 s", "2,2 s", "3,5 s")).toBe("2,8 s (de 2,2 s a 3,5 s)");
});

test("What Estatus did not bring back is not said to have been brought back by a person", () => {
  for (const { endedBy } of [words.en, words.es]) {
    expect(endedBy["someone-else"]).not.toMatch(/some(one|body)|person|alguien/);
  }
});

test("Free room on the disk is told in Spanish as Spanish has it", () => {
  speak("es");
  expect(doctorText().space(80_619)).toBe("Quedan 80619 MB libres en el disco.");
  expect(doctorText().littleSpace(19)).toBe("Solo quedan 19 MB libres en el disco.");
});
