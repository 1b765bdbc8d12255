import { offsetAt } from "../core/zone-offset.ts";

const DAY_MS = 86_400_000;

/** Local date and time to the second, `2026-11-22 10:03:05`: the same width and order in every language. */
export function localTime(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 19).replace("T", " ");
}

/** An interval in local time, 28 characters at most: to the second within a day, else to the minute. */
export function localRange(from: number, to: number, zone: string): string {
  const [start, end] = [localTime(from, zone), localTime(to, zone)];
  if (start === end) return start;
  return to - from < DAY_MS ? `${start}–${end.slice(11)}` : `${start.slice(0, -3)}–${end.slice(5, -3)}`;
}
