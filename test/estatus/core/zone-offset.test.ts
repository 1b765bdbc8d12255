import * as fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { isSteadyAround, LOCAL_ZONE, offsetAt } from "../../../src/estatus/core/zone-offset.ts";

const zones = [
  "UTC",
  "Europe/Madrid",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Africa/Casablanca",
  "+05:45",
];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: Date.parse("1990-01-01"), max: Date.parse("2040-01-01") });

const asked = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

test("the offset is what the zone says, in whatever order it is asked for", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyInstant, anyZone), { minLength: 1, maxLength: 20 }), (asks) => {
      for (const [at, zone] of asks) expect(offsetAt(at, zone)).toBe(asked(at, zone));
    }),
    { numRuns: 500 },
  );
});

test("it changes at the very millisecond at which the clocks do", () => {
  for (const zone of zones) {
    let local = Temporal.Instant.from("2010-01-01T00:00Z").toZonedDateTimeISO(zone);
    for (let change = 0; change < 20; change++) {
      const next = local.getTimeZoneTransition("next");
      if (next === null) break;
      for (const off of [-1, 0, 1]) {
        const at = next.epochMilliseconds + off;
        expect(offsetAt(at, zone), `${zone} ${next.toString()} ${off}`).toBe(asked(at, zone));
      }
      local = next;
    }
  }
});

const ownZone = process.env["TZ"];
afterEach(() => {
  if (ownZone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = ownZone;
});

test("this machine's own zone is told without its name, with the same offsets around each change of its clocks", () => {
  for (const zone of zones.filter((each) => each.includes("/"))) {
    process.env["TZ"] = zone;
    const local = Temporal.Instant.from("2010-01-01T00:00Z").toZonedDateTimeISO(zone);
    for (const days of [0, 88, 300, 450, 660]) {
      const change = local.add({ days }).getTimeZoneTransition("next")?.epochMilliseconds;
      if (change === undefined) continue;
      // Another zone in between, lest what was known of the last one be taken for this one's.
      offsetAt(change, "+00:00");
      for (const off of [-7_200_000, -1, 0, 1, 7_200_000]) {
        expect(offsetAt(change + off, LOCAL_ZONE), `${zone} ${change} ${off}`).toBe(
          asked(change + off, zone),
        );
      }
    }
  }
});

test("no zone has set its clocks there and back within five days since 1970, which asking it for days at once rests on", () => {
  const start = Temporal.Instant.from("1970-01-01T00:00Z");
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    let before = start.toZonedDateTimeISO(zone);
    let last = { at: -Infinity, offset: Number.NaN };
    for (;;) {
      const change = before.getTimeZoneTransition("next");
      if (change === null || change.year > 2040) break;
      const offset = change.offsetNanoseconds;
      const near = change.epochMilliseconds - last.at <= 5 * 86_400_000;
      expect(near && offset === last.offset, `${zone} ${change.toString()}`).toBe(false);
      last = { at: change.epochMilliseconds, offset: change.subtract({ nanoseconds: 1 }).offsetNanoseconds };
      // What the clocks showed before this change, where the next one may bring them back to.
      before = change;
    }
  }
});

test("the hours around a change are not steady, and those of an ordinary day are", () => {
  const change = Date.parse("2026-10-25T01:00Z");
  const hours = 3_600_000;
  expect(isSteadyAround(Date.parse("2026-11-22T12:00Z"), 3 * hours, "Europe/Madrid")).toBe(true);
  for (const off of [-2, 0, 2]) {
    expect(isSteadyAround(change + off * hours, 3 * hours, "Europe/Madrid")).toBe(false);
  }
});
