import { isoOrNull } from "../../locales/format.ts";
import type { TaskHealth } from "../task/health.ts";
import { healthSentence, runSentences } from "../task/sentences.ts";

/** The task in a status, a sentence a line; none where there is no Task Scheduler. */
export function taskSentences(health: TaskHealth): string[] {
  const sentence = healthSentence(health);
  if (sentence === null) return [];
  return "task" in health ? [sentence, ...runSentences(health.task)] : [sentence];
}

/** The task in `status --json`; null where there is no Task Scheduler. */
export function taskJson(health: TaskHealth): unknown {
  if (health.state === "no-scheduler") return null;
  const task = "task" in health ? health.task : null;
  return {
    state: health.state,
    last_run_at: isoOrNull(task?.lastRunAt ?? null),
    last_result: task?.lastResult ?? null,
    next_run_at: isoOrNull(task?.nextRunAt ?? null),
    missed_runs: task?.missedRuns ?? null,
    differences: health.state === "drifted" ? health.differences : [],
  };
}
