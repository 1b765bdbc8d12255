/** Windows repeats a task once a minute at most. */
const MINUTE = 60_000;

/** What the task runs and how often, for checks every `interval` ms. */
export type TaskRhythm = { readonly arguments: readonly string[]; readonly everyMinutes: number };

/**
 * A minute or more is the task's own rhythm. For less, the task starts a `watch` each minute that ends just before
 * the next one begins.
 */
export function taskRhythm(interval: number): TaskRhythm {
  if (interval >= MINUTE) return { arguments: ["check"], everyMinutes: Math.round(interval / MINUTE) };
  const seconds = Math.max(1, Math.round(interval / 1_000));
  return { arguments: ["watch", "--for", "58s", "--every", `${seconds}s`], everyMinutes: 1 };
}
