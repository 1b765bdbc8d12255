import { setTimeout as sleep } from "node:timers/promises";

/** Waits for a condition that becomes true (or a value that is there) by itself; throws after `patience` ms. */
export async function until<T>(what: string, look: () => T, patience = 60_000): Promise<NonNullable<T>> {
  const end = performance.now() + patience;
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await sleep(5);
  }
}
