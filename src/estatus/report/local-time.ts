const DAY_MS = 86_400_000;

/** Local date and time to the second, `2026-11-22 10:03:05`: the same width and order in every language. */
export function localTime(at: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: "second" }).replace("T", " ");
}

/** An interval in local time, 28 characters at most: to the second within a day, else to the minute. */
export function localRange(from: number, to: number, zone: string): string {
  const [start, end] = [localTime(from, zone), localTime(to, zone)];
  if (start === end) return start;
  return to - from < DAY_MS ? `${start}–${end.slice(11)}` : `${start.slice(0, -3)}–${end.slice(5, -3)}`;
}
