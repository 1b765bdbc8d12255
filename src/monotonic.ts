/**
 * Ms since some moment of this boot, by a clock that nobody sets. What `performance.now()` says costs a start 3 ms: it
 * loads a module of Node for the first question.
 */
export function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
