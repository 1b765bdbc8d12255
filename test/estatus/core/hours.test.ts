import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hourTally } from "../../../src/estatus/core/hours.ts";

const anyInstant = fc.integer({ min: Date.parse("2000-01-01"), max: Date.parse("2035-01-01") });
const anyZone = fc.constantFrom("UTC", "Europe/Madrid", "America/St_Johns", "Pacific/Apia", "Asia/Kathmandu");

test("a failure counts in the weekday and hour that the clocks of its zone showed", () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (at, zone) => {
      const tally = hourTally(zone);
      const failure = { kind: "missing", earliestStart: at, latestStart: at, endedAt: at + 1_000 } as const;
      tally.add([failure], { from: at, to: at + 1_000 });
      const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(tally.counts[dayOfWeek - 1]![hour]).toBe(1);
      expect(tally.counts.flat().reduce((sum, one) => sum + one)).toBe(1);
    }),
    { numRuns: 300 },
  );
});
