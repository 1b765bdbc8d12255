import { monotonic } from "../monotonic.ts";
import type { Db } from "../sqlite/open.ts";
import { binKept, purgeBin } from "./bin.ts";
import { counts } from "./change-log.ts";
import type { Known } from "./find.ts";
import { readNameOrder, type NameOrder } from "./name-order.ts";
import { searchAhead } from "./search-ahead.ts";
import { indexSlice, isIndexed } from "./search-index.ts";

export type Background = {
  /** Somebody asks for something. */
  readonly asked: () => void;
  /** Goes on after a change: what was known of the list is no longer so. */
  readonly changed: () => void;
  readonly stop: () => void;
};

// One slice keeps the process busy for a frame or two.
const slice = 2_000;
// A list this short is sorted as fast without help.
const short = 5_000;
const day = 24 * 3_600_000;
// Whoever types a contact after another need not pay for an order that the next one makes worthless.
const calm = 300;
// Nor need whoever waits for the window to appear.
const launching = 1_500;
// Nor, for the next search, whoever is at one now.
const atRest = 1_000;

/**
 * Does in small slices what no request should wait for: fills the search table after a large import, reads
 * the order of names and what most searches begin with into `known`, and removes what has been in the bin for 30 days.
 * `failed` hears of what was thrown; nothing is done while it may not write.
 */
export function startBackground(
  db: Db,
  known: Known,
  failed: (error: unknown) => void,
  mayWrite: () => boolean,
): Background {
  let reading: (() => NameOrder | null) | null = null;
  let searching: (() => boolean) | null = null;
  let askedAt = -atRest;
  const step = (): number | null => {
    if (!isIndexed(db)) {
      indexSlice(db, slice);
      return 0;
    }
    const { listed } = counts(db);
    if (listed <= short) return null;
    if (known.order === null) {
      reading ??= readNameOrder(db, listed);
      known.order = reading();
      return 0;
    }
    const busyFor = askedAt + atRest - monotonic();
    if (busyFor > 0) return busyFor;
    searching ??= searchAhead(db, known);
    return searching() ? 0 : null;
  };
  const steps = inSlices(step, failed, mayWrite);
  const purgeStep = () => (purgeBin(db, Date.now() - binKept, slice) > 0 ? 0 : null);
  const purge = inSlices(purgeStep, failed, mayWrite);
  const daily = setInterval(() => purge.start(0), day).unref();
  purge.start(launching);
  steps.start(launching);
  return {
    asked: () => void (askedAt = monotonic()),
    changed() {
      known.order = null;
      known.ahead = null;
      known.found.clear();
      reading = searching = null;
      steps.start(calm);
    },
    stop() {
      clearInterval(daily);
      steps.stop();
      purge.stop();
    },
  };
}

// A step says in how many ms the next is due, or that there is none. One that fails (a full disk) ends the work until
// it is started again: it was only ever a help.
function inSlices(
  step: () => number | null,
  failed: (error: unknown) => void,
  mayWrite: () => boolean,
): { start: (wait: number) => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  const start = (wait: number) => {
    stop();
    timer = setTimeout(() => {
      try {
        const next = mayWrite() ? step() : calm;
        if (next !== null) start(next);
      } catch (error) {
        stop();
        failed(error);
      }
    }, wait).unref();
  };
  return { start, stop };
}
