import { Worker } from "node:worker_threads";
import type { Finding, Job, Progress, Said } from "./job.ts";
import { LONGEST } from "./mutate.ts";

/** A reader that is not back after this, in ms, hangs; long, because the machine may be busy. */
const HANGS_MS = 30_000;

export type Fuzzed = Progress & { readonly found: readonly Finding[] };

/** Fuzzes one target in a thread of its own, so that one that hangs or eats up the memory is a finding too. */
export async function fuzz(
  job: Omit<Job, "shared">,
  on: { readonly progress?: (so: Progress) => void; readonly finding?: (found: Finding) => void } = {},
  hangsMs = HANGS_MS,
): Promise<Fuzzed> {
  const shared = new SharedArrayBuffer(8 + LONGEST);
  const header = new Int32Array(shared, 0, 2);
  const found: Finding[] = [];
  const finding = (each: Finding) => {
    found.push(each);
    on.finding?.(each);
  };
  let last: Progress = { runs: 0, read: 0, refused: 0, edges: 0, kept: 0, findings: 0 };
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: { ...job, shared } satisfies Job,
    resourceLimits: { maxOldGenerationSizeMb: 1_024, stackSizeMb: 1 },
  });
  const inHand = () => new Uint8Array(shared.slice(8, 8 + header[1]!));
  const { promise, resolve } = Promise.withResolvers<void>();
  worker.on("message", (said: Said) => {
    if ("finding" in said) finding(said.finding);
    else last = "done" in said ? said.done : said.progress;
    if ("progress" in said) on.progress?.(last);
    if ("done" in said) resolve();
  });
  worker.on("error", (error: Error) => {
    finding({ key: `the thread died: ${error.message}`, input: inHand(), stack: error.stack ?? "" });
    resolve();
  });
  let seen = -1;
  const watch = setInterval(() => {
    const now = Atomics.load(header, 0);
    if (now === seen && now > 0) {
      finding({ key: "it hangs", input: inHand(), stack: "" });
      resolve();
    }
    seen = now;
  }, hangsMs);
  await promise;
  clearInterval(watch);
  await worker.terminate();
  return { ...last, findings: found.length, found };
}
