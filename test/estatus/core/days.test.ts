import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addTimes, timesOf } from "../../../src/estatus/core/availability.ts";
import { dayTally } from "../../../src/estatus/core/days.ts";
import { partition } from "../../../src/estatus/core/partition.ts";

const HOUR = 3_600_000;

const watchedDays = (from: string, to: string, zone: string) => {
  const window = { from: Date.parse(from), to: Date.parse(to) };
  const parts = partition(
    {
      coverage: [window],
      pauses: [],
      gaps: [],
      outages: [
        {
          kind: "missing",
          earliestStart: window.from + HOUR,
          latestStart: window.from + HOUR,
          endedAt: null,
        },
      ],
      firstCheckAt: window.from,
      checkedAt: window.to,
      interval: 60_000,
    },
    window,
  );
  const tally = dayTally(window, zone);
  tally.add(parts);
  return { parts, days: tally.days() };
};

test.for([
  [
    "the last Sunday of March has 23 hours in Madrid",
    "2026-03-29",
    "2026-03-28T23:00Z",
    "2026-03-29T22:00Z",
    23,
  ],
  ["the last Sunday of October has 25", "2026-10-25", "2026-10-24T22:00Z", "2026-10-25T23:00Z", 25],
  ["any other day has 24", "2026-11-22", "2026-11-21T23:00Z", "2026-11-22T23:00Z", 24],
] as const)("%s", ([, date, from, to, hours]) => {
  const { days } = watchedDays(from, to, "Europe/Madrid");
  expect(days.map((day) => [day.date, (day.to - day.from) / HOUR])).toEqual([[date, hours]]);
});

test("a day a zone skipped is there with no length", () => {
  const { days } = watchedDays("2011-12-29T10:00Z", "2012-01-01T09:00Z", "Pacific/Apia");
  expect(days.map((day) => [day.date, (day.to - day.from) / HOUR])).toEqual([
    ["2011-12-29", 24],
    ["2011-12-30", 0],
    ["2011-12-31", 24],
    ["2012-01-01", 23],
  ]);
});

test("days begin and end with the window and add up to it", () => {
  const { parts, days } = watchedDays("2026-10-20T10:30Z", "2026-10-27T04:10Z", "America/New_York");
  expect(days[0]!.from).toBe(parts.window.from);
  expect(days.at(-1)!.to).toBe(parts.window.to);
  expect(addTimes(days.map((day) => day.times))).toEqual(timesOf(parts));
});

test("a window without length has no days", () => {
  expect(watchedDays("2026-10-20T10:30Z", "2026-10-20T10:30Z", "UTC").days).toEqual([]);
});

const zones = [
  "UTC",
  "Europe/Madrid",
  "America/Sao_Paulo",
  "America/Havana",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kathmandu",
];

test("days of any zone begin where its calendar says", () => {
  const start = fc.integer({ min: Date.parse("2000-01-01"), max: Date.parse("2035-01-01") });
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 1, max: 400 * 24 * HOUR }),
      fc.constantFrom(...zones),
      (from, long, zone) => {
        const days = dayTally({ from, to: from + long }, zone).days();
        let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
        for (const day of days) {
          const next = date.add({ days: 1 });
          const end = Math.min(from + long, next.toZonedDateTime(zone).epochMilliseconds);
          expect([day.date, day.to]).toEqual([date.toString(), end]);
          date = next;
        }
        expect(days.at(-1)!.to).toBe(from + long);
      },
    ),
    { numRuns: 200 },
  );
});
