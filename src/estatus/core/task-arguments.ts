/** Windows repeats a task once a minute at most. */
const MINUTE = 60_000;

/** What the task runs and how often, for checks every `interval` ms. */
export type TaskRhythm = {
  readonly arguments: readonly string[];
  readonly everyMinutes: number;
  /** How far apart (ms) that makes the checks. */
  readonly every: number;
};

/**
 * A minute or more is the task's own rhythm. For less, the task starts a `watch` each minute that ends just before
 * the next one begins.
 */
export function taskRhythm(interval: number): TaskRhythm {
  if (interval >= MINUTE) {
    const everyMinutes = Math.round(interval / MINUTE);
    return { arguments: ["check"], everyMinutes, every: everyMinutes * MINUTE };
  }
  const seconds = Math.max(1, Math.round(interval / 1_000));
  const words = ["watch", "--for", "58s", "--every", `${seconds}s`];
  return { arguments: words, everyMinutes: 1, every: seconds * 1_000 };
}
