import type { OutageSpan } from "./chronicle.ts";
import { failuresIn } from "./failures.ts";
import type { Interval } from "./outage.ts";
import { middleStart } from "./partition.ts";

// Every zone changes its offset on a quarter of an hour, so that much time shares a local hour and weekday.
const QUARTER = 900_000;

/** How many failures of a window began in each local hour: seven rows from Monday, of 24 hours each. */
export function failuresByHour(outages: readonly OutageSpan[], window: Interval, zone: string): number[][] {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const places = new Map<number, { readonly day: number; readonly hour: number }>();
  for (const failure of failuresIn(outages, window)) {
    const quarter = Math.floor(middleStart(failure) / QUARTER);
    const place = places.get(quarter) ?? placeOf(quarter * QUARTER, zone);
    places.set(quarter, place);
    counts[place.day]![place.hour]!++;
  }
  return counts;
}

function placeOf(at: number, zone: string): { readonly day: number; readonly hour: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { day: local.dayOfWeek - 1, hour: local.hour };
}
