import { formatTime } from "../../locales/format.ts";
import { text } from "../../locales/task.ts";
import type { RegisteredTask } from "../adapters/task-answer.ts";
import type { TaskDifference } from "../core/task-meaning.ts";
import { hexCode, taskResult } from "../core/task-result.ts";
import type { TaskHealth } from "./health.ts";

/** What is to be said of the task itself; null where there is no Task Scheduler. */
export function healthSentence(health: TaskHealth): string | null {
  if (health.state === "no-scheduler") return null;
  if (health.state === "drifted") return text().health.drifted(placesOf(health.differences));
  return text().health[health.state];
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
