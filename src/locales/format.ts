import { language } from "./language.ts";

const locale = () => (language() === "es" ? "es" : "en-GB");

/** A local date and time to the second, short: `22 Nov 2026, 12:00:05`. */
export function formatTime(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "medium" }).format(at);
}

/** A local time of day to the second. */
export function formatClock(at: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "medium" }).format(at);
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

export const isoOrNull = (at: number | null) => (at === null ? null : iso(at));
