import * as fc from "fast-check";
import { expect, test } from "vitest";
import { offsetAt } from "../../../src/estatus/core/zone-offset.ts";

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
