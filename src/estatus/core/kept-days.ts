import { addTimes, type Times } from "./availability.ts";
import type { Day } from "./days.ts";
import { union, type Intervals } from "./intervals.ts";
import type { Interval } from "./outage.ts";

/** What is left of a day whose details were pruned: how long each state lasted, and how many failures began. */
export type KeptDay = Interval & { readonly times: Times; readonly failures: number };

/** The kept days that lie wholly in `window`; of one cut by its edge nothing can be said. */
export function keptWithin(kept: readonly KeptDay[], window: Interval): KeptDay[] {
  return kept.filter((day) => day.from >= window.from && day.to <= window.to);
}

/** The time that kept days speak for. */
export function keptTime(kept: readonly KeptDay[]): Intervals {
  return union(kept);
}

/** What kept days change in times that took them for unknown, as all that was pruned looks. */
export function correctionOf(kept: readonly KeptDay[]): Times[] {
  return kept.map(({ times }) => ({ ...times, window: 0, unknown: times.unknown - times.window }));
}

/** Days with what was kept of them; a kept day of another zone counts for the day that holds its middle. */
export function withKept(days: readonly Day[], kept: readonly KeptDay[]): Day[] {
  const filled = [...days];
  let i = 0;
  for (const day of kept) {
    const middle = (day.from + day.to) / 2;
    while (i < filled.length && filled[i]!.to <= middle) i++;
    const host = filled[i];
    if (host === undefined) break;
    const [correction] = correctionOf([day]);
    filled[i] = { ...host, times: addTimes([host.times, correction!]) };
  }
  return filled;
}
