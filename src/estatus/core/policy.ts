/** How one program is to be kept; all times in milliseconds. */
export type Policy = {
  /** Time between two checks. */
  readonly interval: number;
  /** How long a launched program must live before the attempt counts. */
  readonly survive: number;
  readonly backoffCap: number;
  /** How long up without a break makes earlier attempts forgotten. */
  readonly stableAfter: number;
  /** Age of the last heartbeat at which a program is suspected to hang. */
  readonly hungAfter: number;
  readonly hungAction: "record" | "restart";
  /** Every so many looks all processes are listed, because only a list shows duplicates. */
  readonly listEvery: number;
};

/** How a program is kept where the configuration does not say. */
export const DEFAULT_POLICY: Policy = {
  interval: 60_000,
  survive: 10_000,
  backoffCap: 15 * 60_000,
  stableAfter: 10 * 60_000,
  hungAfter: 60_000,
  hungAction: "record",
  listEvery: 10,
};

/** A suspicion of hanging counts from this many looks in a row. */
export const HUNG_LOOKS = 3;

/** Checks further apart than this, in milliseconds, leave a gap: one check may be missed, and a busy machine be late. */
export function gapAfter(policy: Pick<Policy, "interval">): number {
  return Math.max(2.5 * policy.interval, policy.interval + 60_000);
}

/** Unwatched time that is no longer than this, in milliseconds, is not worth telling of: a gap of checks a minute apart. */
export const WORTH_TELLING = gapAfter(DEFAULT_POLICY);
