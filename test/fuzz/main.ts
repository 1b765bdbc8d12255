// `npm run fuzz -- <target|all> [--runs 1000000] [--seed 1]`: gives the readers what nobody would write.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz.ts";
import type { Finding, Progress } from "./job.ts";
import { foundFolder, TARGETS, targetUrl } from "./targets.ts";

/** How often a line of progress is written, in ms. */
const EVERY_MS = 10_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
  },
});
const [asked = ""] = positionals;
const runs = Number(values.runs);
const names = asked === "all" ? Object.keys(TARGETS) : [asked];
if (positionals.length !== 1 || !names.every((name) => name in TARGETS) || !(runs > 0)) {
  console.error(
    `Usage: npm run fuzz -- <target|all> [--runs 1000000] [--seed 1]; targets: ${Object.keys(TARGETS).join(", ")}`,
  );
  process.exit(2);
}

let findings = 0;
for (const target of names) {
  const begun = performance.now();
  let told = begun;
  const progress = (so: Progress) => {
    if (performance.now() - told < EVERY_MS) return;
    told = performance.now();
    console.log(line(target, so, told - begun));
  };
  const finding = ({ key, input, stack }: Finding) =>
    console.error(`  ${key}\n  kept as ${keep(target, input)}\n${stack}`);
  const { found, ...last } = await fuzz(
    { url: targetUrl(target), ...TARGETS[target]!, runs, seed: Number(values.seed) },
    { progress, finding },
  );
  console.log(line(target, last, performance.now() - begun));
  findings += found.length;
}
console.log(`${names.length} fuzzed, ${findings} findings`);
process.exitCode = findings === 0 ? 0 : 1;

function line(target: string, { runs, read, refused, edges, kept, findings }: Progress, ms: number): string {
  const number = (value: number) => value.toLocaleString("en");
  return (
    `${target.padEnd(12)}${number(runs).padStart(10)} inputs in ${(ms / 1_000).toFixed(0)} s: ${number(read)} read, ` +
    `${number(refused)} refused; ${number(edges)} branches, ${number(kept)} inputs kept, ${findings} findings`
  );
}

/** Keeps an input, from now on a test of its own. */
function keep(target: string, input: Uint8Array): string {
  const name = createHash("sha256").update(input).digest("hex").slice(0, 12);
  const file = path.join(foundFolder, target, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, input);
  return path.relative(process.cwd(), file);
}
