import type { Interval } from "../core/outage.ts";
import type { PageData } from "./page/data.ts";
import { offsetText } from "./local-time.ts";

/** An outage that a window shows may have begun before it; it is no matter for longer than so. */
const EARLIER_MS = 366 * 86_400_000;

/** When the local times of `zone` (IANA name) come twice, in and around a window: both passes, each with its offset. */
export function timesTwice({ from, to }: Interval, zone: string): PageData["twice"] {
  const twice: PageData["twice"][number][] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from - EARLIER_MS).toZonedDateTimeISO(zone);
  for (;;) {
    const change = at.getTimeZoneTransition("next");
    if (change === null || change.epochMilliseconds > to + EARLIER_MS) return twice;
    const [before, after] = [change.subtract({ nanoseconds: 1 }), change].map(
      (each) => each.offsetNanoseconds / 1e6,
    ) as [number, number];
    const instant = change.epochMilliseconds;
    if (after < before) {
      twice.push([instant - (before - after), instant, offsetText(before)]);
      twice.push([instant, instant + (before - after), offsetText(after)]);
    }
    at = change;
  }
}
