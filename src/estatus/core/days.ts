import { addBetween } from "./intervals.ts";
import type { Times } from "./availability.ts";
import type { Interval } from "./outage.ts";
import type { Partition } from "./partition.ts";
import { offsetAt } from "./zone-offset.ts";

/** The part of a local calendar day that lies in a window, and how long each state lasted in it. */
export type Day = Interval & { readonly date: string; readonly times: Times };

/** Days that fill up with what slices of their window hold, which come in order. */
export type DayTally = { readonly add: (parts: Partition) => void; readonly days: () => Day[] };

/**
 * A window day by day of the calendar of `zone` (IANA name), to be filled. Days are as long as they are there: 23 and
 * 25 hours at a change of the clocks, 0 where a zone skipped one.
 */
export function dayTally(window: Interval, zone: string): DayTally {
  const { dates, edges } = calendar(window, zone);
  const sums = noSums(dates.length);
  let first = 0;
  return {
    add: (parts) => {
      // A slice of a long window touches few of its days, none before those of the slice before it.
      while (first + 1 < dates.length && edges[first + 1]! <= parts.window.from) first++;
      addParts(sums, parts, edges, first);
    },
    days: () =>
      timesOfSums(sums, edges).map((times, i) => ({
        date: dates[i]!,
        from: edges[i]!,
        to: edges[i + 1]!,
        times,
      })),
  };
}

const DAY_MS = 86_400_000;

function calendar(window: Interval, zone: string) {
  const dates: string[] = [];
  const edges: number[] = [window.from];
  if (window.to <= window.from) return { dates, edges };
  // Days since 1 January 1970 on the zone's own calendar.
  let day = Math.floor((window.from + offsetAt(window.from, zone)) / DAY_MS);
  for (let start = window.from; start < window.to;) {
    dates.push(dateOf(day));
    start = startOf(++day, start, zone);
    edges.push(Math.min(window.to, start));
  }
  return { dates, edges };
}

/** When a `day` of a zone's calendar begins, in UTC ms; `before` is an instant of the day before it. */
function startOf(day: number, before: number, zone: string): number {
  const offset = offsetAt(before, zone);
  const midnight = day * DAY_MS - offset;
  const later = offsetAt(midnight, zone);
  if (later === offset) return midnight;
  // The clocks change in between, and may leave out the midnight; where they show it twice, the first has come already.
  return Math.max(day * DAY_MS - later, changeBetween(before, midnight, zone));
}

/** When the clocks of `zone` change, which they do once after `from` and until `to` (UTC ms). */
function changeBetween(from: number, to: number, zone: string): number {
  const offset = offsetAt(to, zone);
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, zone) === offset) after = middle;
    else before = middle;
  }
  return after;
}

function dateOf(day: number): string {
  // oxlint-disable-next-line no-restricted-globals -- of a number it tells the date and no time.
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** How long each state lasted between each two neighbours of the ascending `edges`, in milliseconds. */
export function timesBetween(parts: Partition, edges: readonly number[]): Times[] {
  const sums = noSums(edges.length - 1);
  addParts(sums, parts, edges, 0);
  return timesOfSums(sums, edges);
}

/** Ms of each state, stretch by stretch. */
type Sums = Readonly<Record<Exclude<keyof Times, "window">, number[]>>;

function noSums(stretches: number): Sums {
  // Ten times as quick as Array.from, which asks for each element anew.
  // oxlint-disable-next-line unicorn/no-new-array
  const none = () => new Array<number>(stretches).fill(0);
  return {
    up: none(),
    downMin: none(),
    downMid: none(),
    downMax: none(),
    unknown: none(),
    paused: none(),
  };
}

function addParts(
  sums: Sums,
  { up, down, unknown, paused }: Partition,
  edges: readonly number[],
  first: number,
): void {
  addBetween(up, edges, sums.up, first);
  addBetween(down.min, edges, sums.downMin, first);
  addBetween(down.mid, edges, sums.downMid, first);
  addBetween(down.max, edges, sums.downMax, first);
  addBetween(unknown, edges, sums.unknown, first);
  addBetween(paused, edges, sums.paused, first);
}

function timesOfSums(sums: Sums, edges: readonly number[]): Times[] {
  return sums.up.map((up, i) => ({
    window: edges[i + 1]! - edges[i]!,
    up,
    downMin: sums.downMin[i]!,
    downMid: sums.downMid[i]!,
    downMax: sums.downMax[i]!,
    unknown: sums.unknown[i]!,
    paused: sums.paused[i]!,
  }));
}
