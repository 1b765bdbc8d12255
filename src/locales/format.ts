/** A part of a date or a clock in two digits. */
export const two = (part: number) => String(part).padStart(2, "0");

/** A local date and time to the second, the same in every language: `2026-11-22 12:00:05`. */
export function formatTime(at: number): string {
  const local = new Date(at);
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())} ${formatClock(at)}`;
}

// By hand, because the first Intl format costs 20 ms, more than a whole check.
function formatClock(at: number): string {
  const local = new Date(at);
  return `${two(local.getHours())}:${two(local.getMinutes())}:${two(local.getSeconds())}`;
}

/** A local time of day, with its date where that is another than that of `now`; as words tell it. */
export type When = { readonly date: string | null; readonly clock: string };

export function whenOf(at: number, now: number): When {
  const [date, clock] = formatTime(at).split(" ") as [string, string];
  return { date: formatTime(now).startsWith(date) ? null : date, clock };
}

/** Text from outside, made safe for a terminal: nothing in it can move the cursor or colour the rest. */
export function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- taking them out is the point
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

/** UTC in ISO 8601 with milliseconds, as every JSON and CSV here has it. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** The same of a time there may not be. */
export const isoOrNull = (at: number | null) => (at === null ? null : iso(at));
