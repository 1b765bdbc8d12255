import type { Command, Cost, Measure } from "./measure.ts";

/** Somebody who can do the job, and how to see that it was done. */
export type Contender = Command & {
  readonly name: string;
  /** Puts things back before each run; not measured. */
  readonly before?: () => Promise<void> | void;
  /** After each run; throws where the work was not done. */
  readonly verify: (cost: Cost) => Promise<void> | void;
};

/**
 * Runs everybody `rounds` times, in turns, so that what else the machine does falls on all of them alike. The first
 * round only warms the caches.
 */
export async function race<Name extends string>(
  measure: Measure,
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Record<Name, readonly Cost[]>> {
  const entries = Object.entries(contenders) as [Name, Contender][];
  const costs = Object.fromEntries(entries.map(([key]) => [key, []])) as unknown as Record<Name, Cost[]>;
  for (let round = 0; round <= rounds; round += 1) {
    // Each round another one begins: who comes after whom must not decide.
    const order = entries.map((_, index) => entries[(index + round) % entries.length]!);
    for (const [key, contender] of order) {
      await contender.before?.();
      const cost = await measure.run(contender);
      await contender.verify(cost);
      if (round > 0) costs[key].push(cost);
    }
  }
  return costs;
}

/** Throws unless the command ended well and said what shows that it did its work. */
export function said(pattern: RegExp, code = 0): Contender["verify"] {
  return (cost) => {
    if (cost.code === code && pattern.test(cost.output)) return;
    throw new Error(
      `ended with ${cost.code} instead of ${code}, or did not say ${pattern}: ${cost.output.slice(0, 400)}`,
    );
  };
}
