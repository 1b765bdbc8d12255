import { formatTime } from "../../locales/format.ts";
import { text } from "../../locales/task.ts";
import type { RegisteredTask } from "../adapters/task-answer.ts";
import type { TaskDifference } from "../core/task-meaning.ts";
import { hexCode, taskResult } from "../core/task-result.ts";
import { isFine, type Audit } from "./audit-file.ts";
import type { TaskHealth } from "./health.ts";

/** What is to be said of the task itself; null where there is no Task Scheduler. */
export function healthSentence(health: TaskHealth): string | null {
  if (health.state === "no-scheduler") return null;
  if (health.state === "drifted") return text().health.drifted(placesOf(health.differences));
  return text().health[health.state];
}

/**
 * What the checks' own looks add to an answer: since when it is so, or, where nobody answers now, what was found last;
 * null where they add nothing.
 */
export function auditSentence({ state }: TaskHealth, audit: Audit | null): string | null {
  if (audit === null || state === "no-scheduler") return null;
  if (state === audit.state) return isFine(state) ? null : text().foundSince(formatTime(audit.since));
  return state === "unknown" ? text().foundLast(formatTime(audit.at), audit.sentence) : null;
}

/** What is to be said of its runs, a sentence each. */
export function runSentences({ lastRunAt, lastResult, nextRunAt, missedRuns }: RegisteredTask): string[] {
  return [
    lastRunAt === null ? text().neverRan : text().lastRun(formatTime(lastRunAt), resultText(lastResult)),
    ...(nextRunAt === null ? [] : [text().nextRun(formatTime(nextRunAt))]),
    ...(missedRuns === 0 ? [] : [text().missed(missedRuns)]),
  ];
}

/** The places of differences, each once, for a sentence. */
export function placesOf(differences: readonly TaskDifference[]): string {
  return [...new Set(differences.map(({ place }) => place))].join("; ");
}

function resultText(code: number): string {
  const meaning = taskResult(code);
  const words = text().results[meaning];
  return meaning === "ok" ? words : `${words} (${hexCode(code)})`;
}
