import type { NewOutage } from "./memory.ts";
import type { Cause, OutageKind } from "./outage.ts";

/**
 * What is counted of the outages whose start nothing narrowed, over a program's whole history. Lengths are sums of
 * milliseconds: `look` from the last look before the outage to the first after it began, `away` from that last look to
 * the new process.
 */
export type StartTally = {
  /** Outages that a look found. */
  readonly found: { readonly count: number; readonly look: number };
  /** Outages that were over before a look: another process stood there. */
  readonly restarted: { readonly count: number; readonly look: number; readonly away: number };
};

/** Of a program without such an outage. */
export const NO_TALLY: StartTally = {
  found: { count: 0, look: 0 },
  restarted: { count: 0, look: 0, away: 0 },
};

/** The tally with one more outage, as it is recorded. */
export function tallied(tally: StartTally, { kind, unaided, earliestStart, end }: NewOutage): StartTally {
  if (unaided === null) return tally;
  const { found, restarted } = tally;
  if (kind !== "restarted" || end === null) {
    return { found: { count: found.count + 1, look: found.look + unaided }, restarted };
  }
  const [look, away] = [restarted.look + unaided, restarted.away + end.at - earliestStart];
  return { found, restarted: { count: restarted.count + 1, look, away } };
}

/** Which share of a start interval, counted back from its end, an outage lasted by the best estimate. */
export type StartShares = { readonly found: number; readonly restarted: number };

/**
 * So many outages (of one whose estimate alone varies by 1) weigh as much as knowing nothing, a share anywhere from 0
 * to 1 (variance 1/12): until there are more of them, the share stays near the middle.
 */
const PRIOR_COUNT = 12;

/**
 * The shares that make the sum of all estimates the sum of all true durations on average, whatever the users' habits.
 * A failure comes anywhere between two looks that are `L` apart, so its mean is their middle. One that is over by `u`
 * after the first look lasted `2u − L` on average: what is left from the new process to the next look is distributed
 * as what passed from the last look to the failure. What those that the users ended early lack in the middle, the
 * ones a look found have lasted less than `L / 2`, because the others of their age were over before the look.
 * Source: the symmetry of a uniform arrival in a window (length-biased selection; Cox and Lewis, 1966), and a shrunken
 * ratio estimate (Cochran, Sampling Techniques, 1977, chapter 6). docs/accounting.md has the derivation.
 */
export function startShares({ found, restarted }: StartTally): StartShares {
  const weight = restarted.count / (restarted.count + PRIOR_COUNT);
  const ended = restarted.away === 0 ? 0.5 : (2 * restarted.away - restarted.look) / restarted.away;
  const early = Math.max(0, restarted.away - restarted.look / 2);
  return {
    found: found.look === 0 ? 0.5 : 0.5 - Math.min(0.5, (weight * early) / found.look),
    restarted: weight * Math.min(1, Math.max(0, ended)) + (1 - weight) * 0.5,
  };
}

type Start = { readonly earliestStart: number; readonly latestStart: number };

/** The best estimate of when an outage began, whole UTC milliseconds inside its bounds. */
export function likelyStart(
  outage: Start & { readonly kind: OutageKind; readonly cause: Cause },
  shares: StartShares,
): number {
  // A known cause comes from evidence, which leaves a few seconds: then the middle is as good as any.
  const unaided = outage.cause === "unknown";
  const share =
    unaided && outage.kind === "restarted"
      ? shares.restarted
      : unaided && outage.kind === "missing"
        ? shares.found
        : 0.5;
  return Math.floor(outage.latestStart - share * (outage.latestStart - outage.earliestStart));
}
