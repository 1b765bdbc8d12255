import type { Interval } from "./outage.ts";

/** The zone of this machine's own clocks, where its name is not asked for: to tell that takes a library of zones. */
export const LOCAL_ZONE = "local";

const MINUTE_MS = 60_000;
/** No zone's clocks have gone there and back within so long since 1970 (a test looks at each of them). */
const ONE_CHANGE_MS = 5 * 86_400_000;

type Stretch = Interval & { readonly zone: string; readonly offset: number };

let last: Stretch = { zone: "", from: 0, to: 0, offset: 0 };

/**
 * How far the clocks of `zone` (IANA name, or `LOCAL_ZONE`) are ahead of UTC at `at` (UTC ms), in ms. The zone is asked
 * for days at once: asked for each end of each outage, it would be a sixth of a report.
 */
export function offsetAt(at: number, zone: string): number {
  if (zone !== last.zone || at < last.from || at >= last.to) last = stretchAround(at, zone);
  return last.offset;
}

/** Whether the clocks of `zone` are known not to change from `away` ms before `at` to as long after it. */
export function isSteadyAround(at: number, away: number, zone: string): boolean {
  offsetAt(at, zone);
  return at - away >= last.from && at + away < last.to;
}

function stretchAround(at: number, zone: string): Stretch {
  const offset = ask(at, zone);
  const isSame = (other: number) => ask(other, zone) === offset;
  const [before, after] = [at - ONE_CHANGE_MS, at + ONE_CHANGE_MS];
  return { zone, offset, from: isSame(before) ? before : at, to: isSame(after) ? after : at + 1 };
}

function ask(at: number, zone: string): number {
  // oxlint-disable-next-line no-restricted-globals -- it is asked about a given instant.
  if (zone === LOCAL_ZONE) return 0 - new Date(at).getTimezoneOffset() * MINUTE_MS;
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}
