import type { OutageSpan } from "./chronicle.ts";
import type { Interval } from "./outage.ts";
import { pointStart } from "./partition.ts";

/** Mean time between failures; `milliseconds` is null where the program was never seen up. */
export type Mtbf = { readonly milliseconds: number | null; readonly isLowerBound: boolean };

/**
 * The outages that count as failures of `window`: any kind but cold-start, begun in it by the point estimate,
 * so that windows side by side count each exactly once.
 */
export function failuresIn<T extends OutageSpan>(outages: readonly T[], window: Interval): T[] {
  return outages.filter((one) => {
    const start = pointStart(one);
    return one.kind !== "cold-start" && start >= window.from && start < window.to;
  });
}

/**
 * Mean time between failures in milliseconds: covered up time over failures. With none, the lower end of the
 * one-sided 95 % confidence interval, T/3: at that rate T would pass without a failure one time in twenty.
 * Source: the rule of three, −ln 0.05 ≈ 3 (Hanley and Lippman-Hand, JAMA 249:1743, 1983).
 */
export function mtbfOf(upMilliseconds: number, failures: number): Mtbf {
  if (upMilliseconds === 0) return { milliseconds: null, isLowerBound: false };
  if (failures === 0) return { milliseconds: upMilliseconds / 3, isLowerBound: true };
  return { milliseconds: upMilliseconds / failures, isLowerBound: false };
}
