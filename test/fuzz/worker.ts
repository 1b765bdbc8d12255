import { parentPort, workerData } from "node:worker_threads";
import { newCoverage, type Coverage } from "./coverage.ts";
import { instrumentModules, type Counters } from "./instrument.ts";
import { minimised } from "./minimise.ts";
import { LONGEST, mutated } from "./mutate.ts";
import type { Target } from "./target.ts";
import { randomOf } from "../support/random.ts";
import type { Finding, Job, Progress, Said } from "./job.ts";

/** CPU time that no input of a few kilobytes may take, in ms. */
const TOO_LONG_MS = 1_000;
/** How often progress is told, in ms. */
const EVERY_MS = 1_000;
/** More different findings than these are the same trouble over and over. */
const ENOUGH_FINDINGS = 20;

const { url, name, runs, seed, shared, alsoUnder, libraries } = workerData as Job;
const counters = instrumentModules(libraries, alsoUnder);
Error.stackTraceLimit = 0;
const { [name]: target } = (await import(url)) as Record<string, Target>;
const say = (said: Said) => parentPort!.postMessage(said, []);
say({ done: fuzz(target!, counters, newCoverage(counters.counts.length)) });

function fuzz(
  { seeds, words, read, longest = LONGEST }: Target,
  { counts, used, words: literals }: Counters,
  coverage: Coverage,
) {
  const random = randomOf(seed);
  // In one order, whatever order the modules were loaded in: the same seed gives the same inputs.
  const dictionary = [...words, ...[...literals].toSorted()].map((word) => Buffer.from(word));
  const [header, bytes] = [new Int32Array(shared, 0, 2), new Uint8Array(shared, 8)];
  const found = new Set<string>();
  const kept: Buffer[] = [];
  const so: Progress = { runs: 0, read: 0, refused: 0, edges: 0, kept: 0, findings: 0 };
  const progress = (): Progress => ({
    ...so,
    edges: coverage.edges(),
    kept: kept.length,
    findings: found.size,
  });

  // Where the reader never comes back, whoever watches this knows from here what it was given.
  const run = (input: Buffer): string | null => {
    bytes.set(input.length > bytes.length ? input.subarray(0, bytes.length) : input);
    header[1] = Math.min(input.length, bytes.length);
    Atomics.add(header, 0, 1);
    so.runs++;
    const begun = performance.now();
    try {
      so[read(input)]++;
    } catch {
      return keyOf(() => read(input));
    }
    return performance.now() - begun > TOO_LONG_MS && cpuOf(() => read(input)) > TOO_LONG_MS
      ? `it takes longer than ${TOO_LONG_MS} ms`
      : null;
  };
  const report = (input: Buffer, key: string) => {
    found.add(key);
    const smallest = minimised(input, (candidate) => run(candidate) === key, 2_000);
    say({ finding: { key, input: smallest, stack: stackOf(() => read(smallest)) } satisfies Finding });
  };
  const take = (input: Buffer) => {
    const key = run(input);
    if (key !== null && !found.has(key)) report(input, key);
    if (coverage.takeIn(counts, used())) kept.push(input);
  };

  for (const each of seeds) take(Buffer.from(each));
  let told = performance.now();
  while (so.runs < runs && found.size < ENOUGH_FINDINGS) {
    // The newest a little more often than the others: they are explored the least. Often the shorter of two, for speed.
    const [one, two] = [random(), random()].map((at) => kept[Math.floor(kept.length * Math.sqrt(at))]);
    const from = (one!.length < two!.length || random() < 0.5 ? one : two)!;
    const other = kept[Math.floor(kept.length * random())] ?? from;
    take(mutated(from, other, dictionary, random).subarray(0, longest));
    if ((so.runs & 255) !== 0 || performance.now() - told < EVERY_MS) continue;
    told = performance.now();
    say({ progress: progress() });
  }
  return progress();
}

/** What tells one finding from another: what was thrown, without its numbers, and where. */
function keyOf(work: () => unknown): string {
  const error = withStack(work);
  if (!(error instanceof Error)) return `thrown: ${String(error)}`;
  const place = /\n\s+at .*?([\w.-]+\.[cm]?[jt]s:\d+)/.exec(error.stack ?? "")?.[1] ?? "";
  return `${error.name}: ${error.message.replaceAll(/\d+/g, "#").slice(0, 200)} (${place})`;
}

// To write down where an error was made takes longer than most readers do: only findings get it.
function withStack(work: () => unknown): unknown {
  Error.stackTraceLimit = 10;
  try {
    work();
    return new Error("it does not happen again");
  } catch (error) {
    return error;
  } finally {
    Error.stackTraceLimit = 0;
  }
}

function stackOf(work: () => unknown): string {
  const error = withStack(work);
  return error instanceof Error ? (error.stack ?? "") : String(error);
}

// The wall clock also counts what other processes take of the processor.
function cpuOf(work: () => unknown): number {
  const begun = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1_000;
}
