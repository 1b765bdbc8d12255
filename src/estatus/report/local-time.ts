import { two } from "../../locales/format.ts";
import { isSteadyAround, offsetAt } from "../core/zone-offset.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** No zone has set its clocks back by more at once since 1970. */
const MOST_SET_BACK_MS = 3 * HOUR_MS;

/**
 * Local date and time to the second, `2026-11-22 10:03:05`: the same width and order in every language. One that the clocks
 * show twice, because they are set back, has its offset after it: `2026-10-25 02:30:00+02`.
 */
export function localTime(at: number, zone: string): string {
  return clockTime(at, zone) + mark(at, zone);
}

/** An interval in local time, 28 characters at most, and 34 with offsets: to the second within a day, else to the minute. */
export function localRange(from: number, to: number, zone: string): string {
  const [start, end] = [clockTime(from, zone), clockTime(to, zone)];
  const [startMark, endMark] = [mark(from, zone), mark(to, zone)];
  if (start === end && startMark === endMark) return start + startMark;
  const date = to - from < DAY_MS ? 11 : 5;
  // One offset goes for both; where there are two, there is no room for seconds.
  if (date === 11 && startMark === endMark) return `${start}–${end.slice(11)}${endMark}`;
  return `${start.slice(0, -3)}${startMark}–${end.slice(date, -3)}${endMark}`;
}

/** The date told last, and which day since 1970 it is: of two times most lie in one day, and the date costs three times the rest. */
let date = { day: Number.NaN, text: "" };

function clockTime(at: number, zone: string): string {
  const local = at + offsetAt(at, zone);
  const day = Math.floor(local / DAY_MS);
  if (day !== date.day) date = { day, text: new Date(day * DAY_MS).toISOString().slice(0, 10) };
  const seconds = Math.floor((local - day * DAY_MS) / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${date.text} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

function mark(at: number, zone: string): string {
  if (isSteadyAround(at, MOST_SET_BACK_MS, zone)) return "";
  const offset = offsetAt(at, zone);
  const isTwice = [-MOST_SET_BACK_MS, MOST_SET_BACK_MS].some((away) => {
    const other = offsetAt(at + away, zone);
    const setBack = away < 0 ? other > offset : other < offset;
    return setBack && offsetAt(at + offset - other, zone) === other;
  });
  return isTwice ? offsetText(offset) : "";
}

/** An offset from UTC in ms as ISO 8601 has it, as short as that goes: `+02`, `-02:30`. */
export function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE_MS;
  const rest = minutes % 60 === 0 ? "" : `:${two(Math.floor(minutes % 60))}`;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${rest}`;
}
