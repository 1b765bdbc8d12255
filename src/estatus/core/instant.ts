import { parseDuration } from "./duration.ts";

export type Direction = "past" | "future";

/**
 * A point in time as UTC milliseconds, from what a person types: a duration (`30d` ago for `past`, `2h` from
 * now for `future`), a local date (its midnight), a local date and time, ISO 8601 with an offset, or for
 * `future` a time of day (`17:30`, the next one). null where the text is none of these. What lies before 1970 is 1970,
 * because nothing was recorded earlier, and to go through all the days of an age takes one too. `zoneName` tells the zone
 * of local times (IANA name), and is asked where there is one.
 */
export function parseInstant(
  text: string,
  now: number,
  zoneName: () => string,
  direction: Direction,
): number | null {
  const at = anyInstant(text, now, zoneName, direction);
  return at === null ? null : Math.max(0, at);
}

function anyInstant(text: string, now: number, zoneName: () => string, direction: Direction): number | null {
  const trimmed = text.trim();
  const duration = parseDuration(trimmed);
  if (duration !== null) return direction === "past" ? now - duration : now + duration;
  if (trimmed === "now") return now;
  return (
    tryParse(() => Temporal.Instant.from(trimmed).epochMilliseconds) ??
    tryParse(() => localTime(trimmed, zoneName())) ??
    (direction === "future" ? tryParse(() => nextTimeOfDay(trimmed, now, zoneName())) : null)
  );
}

function localTime(text: string, zone: string): number | null {
  if (!/^\d{4}-?\d{2}-?\d{2}([T ]\d{2}:?\d{2}(:?\d{2}([.,]\d{1,9})?)?)?$/i.test(text)) return null;
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
}

function nextTimeOfDay(text: string, now: number, zone: string): number | null {
  if (!/^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return null;
  const time = Temporal.PlainTime.from(text.padStart(text.indexOf(":") === 1 ? text.length + 1 : 0, "0"));
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const on = (day: Temporal.PlainDate, disambiguation: "compatible" | "later") =>
    day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  // Where a clock is set back, an hour comes twice, and the next one may be its second time.
  const ahead = [on(today, "compatible"), on(today, "later")].find((at) => at > now);
  return ahead ?? on(today.add({ days: 1 }), "compatible");
}

function tryParse(parse: () => number | null): number | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
