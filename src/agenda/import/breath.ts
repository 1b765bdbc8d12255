import { setImmediate as turn } from "node:timers/promises";

/**
 * Makes a pause for long work to be put between its steps: it lets everything else in the process have its
 * turn, but no more often than every 15 ms, and throws the reason of `signal` once that is aborted.
 */
export function breath(signal?: AbortSignal): () => Promise<void> | void {
  let last = performance.now();
  const takeTurn = async (): Promise<void> => {
    await turn();
    signal?.throwIfAborted();
    last = performance.now();
  };
  return () => {
    signal?.throwIfAborted();
    return performance.now() - last < 15 ? undefined : takeTurn();
  };
}
