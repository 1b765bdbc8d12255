import type { Interval } from "./outage.ts";

type Stretch = Interval & { readonly zone: string; readonly offset: number };

let last: Stretch = { zone: "", from: 0, to: 0, offset: 0 };

/**
 * How far the clocks of `zone` (IANA name) are ahead of UTC at `at` (UTC ms), in ms. The zone is asked once from one change
 * of its clocks to the next: asked for each day of a year and each end of an outage, it would be a sixth of a report.
 */
export function offsetAt(at: number, zone: string): number {
  if (zone !== last.zone || at < last.from || at >= last.to) last = stretchAt(at, zone);
  return last.offset;
}

function stretchAt(at: number, zone: string): Stretch {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // The change before an instant that is a change itself is an earlier one.
  const from = local.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const to = local.getTimeZoneTransition("next");
  return {
    zone,
    from: from?.epochMilliseconds ?? -Infinity,
    to: to?.epochMilliseconds ?? Infinity,
    offset: local.offsetNanoseconds / 1e6,
  };
}
