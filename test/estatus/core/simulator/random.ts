import { randomOf } from "../../../support/random.ts";

/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number;
  /** In [from, to), whole. */
  readonly between: (from: number, to: number) => number;
  /** Exponentially distributed with this mean, whole, at least 1. */
  readonly waiting: (mean: number) => number;
  readonly chance: (share: number) => boolean;
};

/** The numbers of a seed. */
export function randomFrom(seed: number): Random {
  const next = randomOf(seed);
  return {
    next,
    between: (from, to) => Math.floor(from + next() * (to - from)),
    waiting: (mean) => Math.max(1, Math.round(-Math.log(1 - next()) * mean)),
    chance: (share) => next() < share,
  };
}
