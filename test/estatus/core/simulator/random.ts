/** Numbers that look random and are the same for the same seed (mulberry32). */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number;
  /** In [from, to), whole. */
  readonly between: (from: number, to: number) => number;
  /** Exponentially distributed with this mean, whole, at least 1. */
  readonly waiting: (mean: number) => number;
  readonly chance: (share: number) => boolean;
};

export function randomFrom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (from, to) => Math.floor(from + next() * (to - from)),
    waiting: (mean) => Math.max(1, Math.round(-Math.log(1 - next()) * mean)),
    chance: (share) => next() < share,
  };
}
