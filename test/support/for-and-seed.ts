import { parseArgs } from "node:util";
import { parseDuration } from "../../src/estatus/core/duration.ts";

/** How long a proof runs, in ms, and the seed of its random numbers: `--for 10m --seed 7`, and both in words. */
export function forAndSeed(usual: string): {
  readonly ms: number;
  readonly seed: number;
  readonly words: string;
} {
  const { values } = parseArgs({
    options: {
      for: { type: "string", default: usual },
      seed: { type: "string", default: String(Date.now() % 1e6) },
    },
  });
  const ms = parseDuration(values.for);
  if (ms === null) throw new Error(`--for: "${values.for}" is no duration`);
  return { ms, seed: Number(values.seed), words: `for ${values.for}, --seed ${values.seed}` };
}
