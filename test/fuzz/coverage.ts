/** Which branches were ever taken, and about how often in one run. */
export type Coverage = {
  /** Takes one run's counts in and sets them back. Returns whether they show anything new. */
  readonly takeIn: (counts: Uint8Array, used: number) => boolean;
  /** How many branches were ever taken. */
  readonly edges: () => number;
};

// As AFL has it: once, twice and three times differ; a hundred times and ninety do not.
const bucketOf = Uint8Array.from({ length: 256 }, (_, count) =>
  count === 0 ? 0 : count < 4 ? 1 << (count - 1) : 1 << Math.min(7, Math.floor(Math.log2(count)) + 1),
);

export function newCoverage(room: number): Coverage {
  const seen = new Uint8Array(room);
  let edges = 0;
  return {
    takeIn(counts, used) {
      // Most counters of most runs are zero: look at four at once.
      const words = new Uint32Array(counts.buffer, counts.byteOffset, Math.ceil(used / 4));
      let isNew = false;
      for (let word = 0; word < words.length; word++) {
        if (words[word] === 0) continue;
        for (let edge = word * 4; edge < word * 4 + 4; edge++) {
          const bucket = bucketOf[counts[edge]!]!;
          if ((bucket & ~seen[edge]!) === 0) continue;
          if (seen[edge] === 0) edges++;
          seen[edge]! |= bucket;
          isNew = true;
        }
        words[word] = 0;
      }
      return isNew;
    },
    edges: () => edges,
  };
}
