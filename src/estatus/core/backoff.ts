const MINUTE_MS = 60_000;

/**
 * How long after the last attempt the next one is due, in milliseconds: at once, at the next check, then 2, 4,
 * 8 … minutes, never more than `cap`. It never becomes "give up".
 *
 * @param attempts launches since the program was last stable
 */
export function backoffDelay(attempts: number, cap: number): number {
  if (attempts < 2) return 0;
  return Math.min(cap, MINUTE_MS * 2 ** Math.min(attempts - 1, 30));
}
