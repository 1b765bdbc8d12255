import { isoOrNull } from "../../locales/format.ts";
import type { TaskHealth } from "../task/health.ts";
import type { Audit } from "../task/audit-file.ts";
import { auditSentence, healthSentence, runSentences } from "../task/sentences.ts";

/** The task in a status, a sentence a line; none where there is no Task Scheduler. */
export function taskSentences(health: TaskHealth, audit: Audit | null): string[] {
  const found = [healthSentence(health), auditSentence(health, audit)].filter((one) => one !== null);
  return "task" in health ? [...found, ...runSentences(health.task)] : found;
}

/** The task in `status --json`; null where there is no Task Scheduler. */
export function taskJson(health: TaskHealth, audit: Audit | null): unknown {
  if (health.state === "no-scheduler") return null;
  const task = "task" in health ? health.task : null;
  return {
    state: health.state,
    last_run_at: isoOrNull(task?.lastRunAt ?? null),
    last_result: task?.lastResult ?? null,
    next_run_at: isoOrNull(task?.nextRunAt ?? null),
    missed_runs: task?.missedRuns ?? null,
    found_since: isoOrNull(audit?.state === health.state ? audit.since : null),
    differences: health.state === "drifted" ? health.differences : [],
  };
}
