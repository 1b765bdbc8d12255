import { purgeBin, binKept } from "./bin.ts";
import type { Db } from "../sqlite/open.ts";
import { indexSlice, isIndexed } from "./search-index.ts";

export type Background = {
  /** Goes on with the search table where contacts wait for it. */
  readonly wake: () => void;
  readonly stop: () => void;
};

// One slice keeps the process busy for about as long as a frame on screen takes.
const slice = 500;
const day = 24 * 3_600_000;

/**
 * Does in small slices what no request should wait for: fills the search table after a large import, and
 * removes what has been in the bin for 30 days. A full disk is no reason to end: the next wake tries again.
 */
export function startBackground(db: Db): Background {
  let timer: NodeJS.Immediate | undefined;
  const step = () => {
    timer = undefined;
    try {
      if (indexSlice(db, slice)) timer = setImmediate(step);
    } catch {
      // The search goes through all contacts until then: slower, and as good.
    }
  };
  const wake = () => {
    if (timer === undefined && !isIndexed(db)) timer = setImmediate(step);
  };
  const purge = () => {
    try {
      if (purgeBin(db, Date.now() - binKept, slice) > 0) setImmediate(purge);
    } catch {
      // Tomorrow is another day.
    }
  };
  const daily = setInterval(purge, day).unref();
  setImmediate(purge);
  wake();
  return {
    wake,
    stop() {
      clearInterval(daily);
      clearImmediate(timer);
    },
  };
}
