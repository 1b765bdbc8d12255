import { totalBetween } from "./intervals.ts";
import type { Times } from "./availability.ts";
import type { Interval } from "./outage.ts";
import type { Partition } from "./partition.ts";

/** The part of a local calendar day that lies in a window, and how long each state lasted in it. */
export type Day = Interval & { readonly date: string; readonly times: Times };

/**
 * A window day by day of the calendar of `zone` (IANA name). Days are as long as they are there: 23 and 25 hours
 * at a change of the clocks, 0 where a zone skipped one.
 */
export function daysOf(parts: Partition, zone: string): Day[] {
  const { window } = parts;
  if (window.to <= window.from) return [];
  const dates: string[] = [];
  const edges: number[] = [window.from];
  let date = Temporal.Instant.fromEpochMilliseconds(window.from).toZonedDateTimeISO(zone).toPlainDate();
  while (edges.at(-1)! < window.to) {
    dates.push(date.toString());
    date = date.add({ days: 1 });
    edges.push(Math.min(window.to, date.toZonedDateTime(zone).epochMilliseconds));
  }
  const times = timesBetween(parts, edges);
  return dates.map((date, i) => ({ date, from: edges[i]!, to: edges[i + 1]!, times: times[i]! }));
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
