/** A timer of Node's that is to last longer than this (ms), some 25 days, goes off at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Does `work` once `ms` have passed, however many. Returns how to call it off. */
export function after(ms: number, work: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (left: number) => {
    timer =
      left > LONGEST_MS ? setTimeout(() => wait(left - LONGEST_MS), LONGEST_MS) : setTimeout(work, left);
  };
  wait(ms);
  return () => clearTimeout(timer);
}
