import fs from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { withEdgeCounters } from "./edge-counters.ts";

/** The most counters there is room for. */
const ROOM = 1 << 16;
const sources = path.join(import.meta.dirname, "../../src");

export type Counters = {
  /** How often each branch was taken, modulo 256; whoever reads it sets it back. */
  readonly counts: Uint8Array;
  /** How many counters are in use so far. */
  readonly used: () => number;
  /** The short string literals of what was instrumented. */
  readonly words: ReadonlySet<string>;
};

/** From here on every module of ours, and of the libraries named, counts its branches as it is loaded. */
export function instrumentModules(libraries: readonly string[], alsoUnder?: string): Counters {
  const counts = new Uint8Array(ROOM);
  const words = new Set<string>();
  let used = 0;
  const numbering = {
    next: () => used++ % ROOM,
    word: (text: string) => void (text.length <= 24 && !/\s\S/.test(text) && text !== "" && words.add(text)),
  };
  Object.assign(globalThis, { edgeCounts: counts });
  const isWanted = (file: string) =>
    file.startsWith(sources + path.sep) ||
    (alsoUnder !== undefined && file.startsWith(alsoUnder)) ||
    libraries.some((name) => file.includes(path.normalize(`/node_modules/${name}/`)));
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.startsWith("file:") || !/\.[cm]?[jt]s$/.test(url)) return loaded;
      const file = fileURLToPath(url);
      if (!isWanted(file)) return loaded;
      const source = loaded.source ? String(loaded.source) : fs.readFileSync(file, "utf8");
      return { ...loaded, source: withEdgeCounters(source, file.endsWith("ts") ? "ts" : "js", numbering) };
    },
  });
  return { counts, used: () => Math.min(used, ROOM), words };
}
