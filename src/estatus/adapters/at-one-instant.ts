import { monotonic } from "../../monotonic.ts";

/** Clocks read within this time, in ms, speak of one instant: a tenth of what counts as a clock that was set. */
const ONE_INSTANT_MS = 200;
/** On a machine that never lets us read them in one go an answer is better than none. */
const TRIES = 5;

/**
 * Reads several clocks as of one instant. On a busy machine a process may have to stand for seconds between two of
 * them, which would look like a clock that was set: then they are read again.
 */
export function atOneInstant<T>(read: () => T): T {
  for (let tries = 1; ; tries += 1) {
    const began = monotonic();
    const clocks = read();
    if (monotonic() - began < ONE_INSTANT_MS || tries === TRIES) return clocks;
  }
}
