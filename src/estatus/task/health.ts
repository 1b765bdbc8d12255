import { queryTask } from "../adapters/task-query.ts";
import { parseTask } from "../adapters/task-xml.ts";
import type { RegisteredTask, TaskAnswer } from "../adapters/task-answer.ts";
import type { Config } from "../config/load.ts";
import { taskDifferences, type TaskDifference } from "../core/task-meaning.ts";
import { thisUser } from "./owner.ts";
import { planTask, taskNameOf, writeTask, type TaskOwner } from "./plan.ts";
import { taskConfig } from "./registered.ts";

/**
 * Whether the task is what it should be. `minimal` runs every minute and at logon, without the triggers that
 * Windows refused; `drifted` differs from both. `unknown` is never fine: Task Scheduler gave no readable answer.
 */
export type TaskHealth =
  | { readonly state: "no-scheduler" | "missing" | "unknown" }
  | { readonly state: "healthy" | "minimal" | "disabled"; readonly task: RegisteredTask }
  | {
      readonly state: "drifted";
      readonly task: RegisteredTask;
      readonly differences: readonly TaskDifference[];
    };

/** Asks Task Scheduler about our task, a second or so of PowerShell. `no-scheduler` elsewhere than on Windows. */
export async function taskHealth(config: Config, folder: string, askedConfig?: string): Promise<TaskHealth> {
  if (process.platform !== "win32") return { state: "no-scheduler" };
  return await healthOf(await thisUser(), config, folder, askedConfig);
}

/** The health of a user's task, judged by the configuration it was registered with. */
export async function healthOf(
  owner: TaskOwner,
  config: Config,
  folder: string,
  askedConfig?: string,
  query: typeof queryTask = queryTask,
): Promise<TaskHealth> {
  const name = taskNameOf(owner);
  const runs = await taskConfig(config, folder, askedConfig);
  return judgeTask(await query(name), runs.config, owner, name, runs.asked);
}

/** Compares an answer with what should be registered. */
export function judgeTask(
  answer: TaskAnswer,
  config: Config,
  owner: TaskOwner,
  name: string,
  askedConfig?: string,
): TaskHealth {
  if (answer.kind !== "found") return { state: answer.kind };
  const { task } = answer;
  const plan = planTask(config, owner, name, askedConfig);
  const differences = (triggers: "full" | "minimal") =>
    taskDifferences(parseTask(writeTask({ ...plan, triggers })), task.definition, owner);
  if (!task.enabled) return { state: "disabled", task };
  const fromFull = differences("full");
  if (fromFull.length === 0) return { state: "healthy", task };
  if (differences("minimal").length === 0) return { state: "minimal", task };
  return { state: "drifted", task, differences: fromFull };
}
