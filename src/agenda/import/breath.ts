import { setImmediate as turn } from "node:timers/promises";
import { monotonic } from "../../monotonic.ts";

/**
 * Makes a pause for long work to be put between its steps: it lets everything else in the process have its
 * turn, but no more often than every 15 ms, and throws the reason of `signal` once that is aborted.
 */
export function breath(signal?: AbortSignal): () => Promise<void> | void {
  let last = monotonic();
  const takeTurn = async (): Promise<void> => {
    await turn();
    signal?.throwIfAborted();
    last = monotonic();
  };
  return () => {
    signal?.throwIfAborted();
    return monotonic() - last < 15 ? undefined : takeTurn();
  };
}
