import { expect, test } from "vitest";
import { reportWindow } from "../../../src/estatus/report/window.ts";

const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const now = at("2026-11-22T12:00:00Z");
const window = (since: string, until?: string) => reportWindow({ since, until }, now, () => "Europe/Madrid");

test("a window from the beginning of time begins in 1970, and one into the future ends now", () => {
  expect(window("-271821-04-20T00:00Z", "2100-01-01")).toEqual({ from: 0, to: now });
  expect(window("365000d", "2d")).toEqual({ from: 0, to: at("2026-11-20T12:00:00Z") });
});

test.for([
  ["now", undefined, "--since now is not before --until now."],
  ["0d", undefined, "--since 0d is not before --until now."],
  ["1h", "2h", "--since 1h is not before --until 2h."],
  ["2026-11-22T13:00:01+01:00", undefined, "lies in the future"],
  ["1950-01-01", "1960-01-01", "--until 1960-01-01 lies before 1970"],
] as const)("--since %s --until %s is refused for what it is", ([since, until, sentence]) => {
  expect(() => window(since, until)).toThrow(sentence);
});
