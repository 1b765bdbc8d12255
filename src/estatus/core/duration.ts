const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const WHOLE = /^(?:\d+(?:ms|s|m|h|d|w)\s*)+$/;
const PART = /(\d+)(ms|s|m|h|d|w)/g;
/** Longer than any clock here reaches; also keeps sums of durations exact in a double. */
const LONGEST_MS = 1_000 * 365 * 86_400_000;

/** Milliseconds of `10s`, `1h30m`, `30d` …; null where the text is no duration. A day is 24 hours here. */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (!WHOLE.test(trimmed)) return null;
  let total = 0;
  for (const [, amount, unit] of trimmed.matchAll(PART))
    total += Number(amount) * (UNIT_MS[unit!] ?? Number.NaN);
  return total <= LONGEST_MS ? total : null;
}

/** The two largest units of a duration in ms, e.g. `1 h 30 min`; under ten seconds with a decimal. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const parts = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor((whole % 86_400) / 3_600), "h"],
    [Math.floor((whole % 3_600) / 60), "min"],
    [whole % 60, "s"],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(" ");
}
