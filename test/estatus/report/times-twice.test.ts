import { expect, test } from "vitest";
import { localTime } from "../../../src/estatus/report/local-time.ts";
import { sayIn } from "../../../src/estatus/report/page/say.ts";
import { timesTwice } from "../../../src/estatus/report/times-twice.ts";

const MINUTE = 60_000;
const night = Date.UTC(2026, 9, 25);
const window = { from: night - 30 * 1_440 * MINUTE, to: night + 30 * 1_440 * MINUTE };

test.for(["Europe/Madrid", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "UTC"])(
  "The page tells every instant around every change of the clocks as the table does, in %s",
  (zone) => {
    const say = sayIn("en", { zone, twice: timesTwice(window, zone) });
    const changes = [night];
    for (let at = Temporal.Instant.fromEpochMilliseconds(window.from).toZonedDateTimeISO(zone); ;) {
      const next = at.getTimeZoneTransition("next");
      if (next === null || next.epochMilliseconds > window.to) break;
      changes.push(next.epochMilliseconds);
      at = next;
    }
    for (const change of changes) {
      for (let at = change - 240 * MINUTE; at <= change + 240 * MINUTE; at += 5 * MINUTE) {
        for (const each of [at - 1_000, at]) expect(say.time(each)).toBe(localTime(each, zone));
      }
    }
  },
);

test("Both passes of an hour that comes twice are told to the page, and no other time", () => {
  const twice = timesTwice(window, "Europe/Madrid");
  expect(twice.filter(([from]) => from > window.from && from < window.to)).toEqual([
    [night, night + 60 * MINUTE, "+02"],
    [night + 60 * MINUTE, night + 120 * MINUTE, "+01"],
  ]);
});
