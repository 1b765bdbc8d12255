import { totalBetween } from "./intervals.ts";
import { addTimes, type Times } from "./availability.ts";
import type { Interval } from "./outage.ts";
import type { Partition } from "./partition.ts";

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
  const times = dates.map((_, i) => ({ ...NO_TIME, window: edges[i + 1]! - edges[i]! }));
  return {
    add: (parts) => {
      // A slice of a long window touches few of its days.
      const { from, to } = parts.window;
      const first = Math.max(
        0,
        edges.findLastIndex((edge) => edge <= from),
      );
      const touched = edges.slice(first, edges.findIndex((edge) => edge >= to) + 1);
      for (const [i, more] of timesBetween(parts, touched).entries()) {
        // Only the first of them may hold something of the slices before.
        times[first + i] = i === 0 ? addTimes([times[first]!, { ...more, window: 0 }]) : more;
      }
    },
    days: () => dates.map((date, i) => ({ date, from: edges[i]!, to: edges[i + 1]!, times: times[i]! })),
  };
}

const NO_TIME: Times = { window: 0, up: 0, downMin: 0, downMid: 0, downMax: 0, unknown: 0, paused: 0 };

function calendar(window: Interval, zone: string) {
  const dates: string[] = [];
  const edges: number[] = [window.from];
  if (window.to <= window.from) return { dates, edges };
  let date = Temporal.Instant.fromEpochMilliseconds(window.from).toZonedDateTimeISO(zone).toPlainDate();
  while (edges.at(-1)! < window.to) {
    dates.push(date.toString());
    date = date.add({ days: 1 });
    edges.push(Math.min(window.to, date.toZonedDateTime(zone).epochMilliseconds));
  }
  return { dates, edges };
}

/** How long each state lasted between each two neighbours of the ascending `edges`, in milliseconds. */
export function timesBetween(parts: Partition, edges: readonly number[]): Times[] {
  const up = totalBetween(parts.up, edges);
  const downMin = totalBetween(parts.down.min, edges);
  const downMid = totalBetween(parts.down.mid, edges);
  const downMax = totalBetween(parts.down.max, edges);
  const unknown = totalBetween(parts.unknown, edges);
  const paused = totalBetween(parts.paused, edges);
  return up.map((_, i) => ({
    window: edges[i + 1]! - edges[i]!,
    up: up[i]!,
    downMin: downMin[i]!,
    downMid: downMid[i]!,
    downMax: downMax[i]!,
    unknown: unknown[i]!,
    paused: paused[i]!,
  }));
}
