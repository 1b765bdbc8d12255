import type { Intervals } from "./intervals.ts";
import type { Interval } from "./outage.ts";

/**
 * The worst stretch of one length: `down` milliseconds of `length` (point estimate). `availability` is
 * 1 − down/length, unwatched time not held against it.
 */
export type WorstWindow = Interval & {
  readonly length: number;
  readonly down: number;
  readonly availability: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LENGTHS = [
  ...[1, 2, 5, 10, 20, 30].map((n) => n * MINUTE),
  ...[1, 2, 4, 8, 12].map((n) => n * HOUR),
  ...[1, 2, 4, 7, 14, 30, 90, 180, 365, 730, 1825].map((n) => n * DAY),
];

/**
 * The worst window of every length from a minute to the whole period: one long outage keeps the short windows
 * at 0 and lets the long ones recover fast, flapping spreads the same down time over long ones.
 * Source: windowed availability, Hauer et al., "Meaningful Availability", NSDI 2020.
 */
export function worstWindows(down: Intervals, window: Interval): WorstWindow[] {
  const whole = window.to - window.from;
  if (whole <= 0) return [];
  const lengths = [...LENGTHS.filter((length) => length < whole), whole];
  return lengths.map((length) => worstOf(down, window, length));
}

// The down time in a sliding window is piecewise linear in where it starts, and bends only where an edge of
// the window meets an edge of an outage; its maximum lies where the window begins or ends with an outage.
function worstOf(down: Intervals, window: Interval, length: number): WorstWindow {
  const last = window.to - length;
  const downBefore = runningTotal(down);
  let worst = { from: last, down: -1 };
  const consider = (before: (at: number) => number, after: (at: number) => number, start: number) => {
    const from = Math.min(Math.max(start, window.from), last);
    const sum = after(from + length) - before(from);
    if (sum > worst.down) worst = { from, down: sum };
  };
  const [a, b, c, d] = [downBefore(), downBefore(), downBefore(), downBefore()];
  consider(downBefore(), downBefore(), last);
  for (const one of down) {
    consider(a, b, one.from);
    consider(c, d, one.to - length);
  }
  return { ...worst, to: worst.from + length, length, availability: 1 - worst.down / length };
}

/** Makes readers of "how long down before this instant", each in linear time as long as it is asked in order. */
function runningTotal(down: Intervals): () => (at: number) => number {
  return () => {
    let i = 0;
    let sum = 0;
    return (at) => {
      while (i < down.length && down[i]!.to <= at) {
        sum += down[i]!.to - down[i]!.from;
        i++;
      }
      return sum + (i < down.length ? Math.max(0, at - down[i]!.from) : 0);
    };
  };
}
