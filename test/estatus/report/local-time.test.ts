import { describe, expect, test } from "vitest";
import { localRange, localTime } from "../../../src/estatus/report/local-time.ts";

const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;

describe("an instant whose local time comes twice", () => {
  test.for([
    ["Europe/Madrid", "2026-10-24T23:59:59Z", "2026-10-25 01:59:59"],
    ["Europe/Madrid", "2026-10-25T00:00:00Z", "2026-10-25 02:00:00+02"],
    ["Europe/Madrid", "2026-10-25T00:59:59Z", "2026-10-25 02:59:59+02"],
    ["Europe/Madrid", "2026-10-25T01:00:00Z", "2026-10-25 02:00:00+01"],
    ["Europe/Madrid", "2026-10-25T01:59:59Z", "2026-10-25 02:59:59+01"],
    ["Europe/Madrid", "2026-10-25T02:00:00Z", "2026-10-25 03:00:00"],
    ["Europe/Madrid", "2026-03-29T00:59:59Z", "2026-03-29 01:59:59"],
    ["Europe/Madrid", "2026-03-29T01:00:00Z", "2026-03-29 03:00:00"],
    ["America/New_York", "2026-11-01T05:30:00Z", "2026-11-01 01:30:00-04"],
    ["America/New_York", "2026-11-01T06:30:00Z", "2026-11-01 01:30:00-05"],
    ["America/St_Johns", "2026-11-01T04:00:00Z", "2026-11-01 01:30:00-02:30"],
    ["Australia/Lord_Howe", "2026-04-04T14:45:00Z", "2026-04-05 01:45:00+11"],
    ["Australia/Lord_Howe", "2026-04-04T15:15:00Z", "2026-04-05 01:45:00+10:30"],
    ["Australia/Lord_Howe", "2026-04-04T14:29:59Z", "2026-04-05 01:29:59"],
    ["Antarctica/Casey", "2010-03-04T12:00:00Z", "2010-03-04 23:00:00+11"],
    ["Antarctica/Casey", "2010-03-04T17:59:59Z", "2010-03-05 01:59:59+08"],
    ["UTC", "2026-10-25T00:30:00Z", "2026-10-25 00:30:00"],
  ] as const)("in %s, %s, is told as %s", ([zone, instant, said]) => {
    expect(localTime(at(instant), zone)).toBe(said);
  });
});

describe("an interval", () => {
  test.for([
    ["00:30:00", "00:40:00", "02:30:00–02:40:00+02"],
    ["01:30:00", "01:40:00", "02:30:00–02:40:00+01"],
    ["00:50:00", "01:10:00", "02:50+02–02:10+01"],
    ["00:30:00", "01:30:00", "02:30+02–02:30+01"],
    ["00:30:00", "00:30:00", "02:30:00+02"],
    ["01:50:00", "02:10:00", "02:50+01–03:10"],
    ["02:10:00", "02:20:00", "03:10:00–03:20:00"],
  ] as const)("of that night, %s to %s, is told as %s", ([from, to, said]) => {
    const [start, end] = [from, to].map((clock) => at(`2026-10-25T${clock}Z`));
    expect(localRange(start!, end!, "Europe/Madrid")).toBe(`2026-10-25 ${said}`);
  });

  test("of days is told to the minute", () => {
    const said = localRange(at("2026-10-23T22:00:00Z"), at("2026-10-25T00:30:00Z"), "Europe/Madrid");
    expect(said).toBe("2026-10-24 00:00–10-25 02:30+02");
  });

  test("takes 34 columns at most in any zone of today, whichever two instants of such a night it joins", () => {
    const widest = Intl.supportedValuesOf("timeZone").map((zone) => {
      const start = Temporal.Instant.from("2026-01-01T00:00:00Z").toZonedDateTimeISO(zone);
      const changes = [start.getTimeZoneTransition("next")];
      changes.push(changes[0]?.getTimeZoneTransition("next") ?? null);
      const ends = changes.flatMap((change) =>
        change === null ? [] : [-30, -5, 5, 25].map((minutes) => change.epochMilliseconds + minutes * 60_000),
      );
      return Math.max(0, ...ends.flatMap((from) => ends.map((to) => localRange(from, to, zone).length)));
    });
    expect(Math.max(...widest)).toBe(34);
  });
});
