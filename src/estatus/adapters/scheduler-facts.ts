import fs from "node:fs";
import path from "node:path";
import type { SchedulerFacts } from "../core/gap-cause.ts";
import type { Interval } from "../core/outage.ts";
import {
  POWER_EVENT,
  POWER_PROVIDER,
  schedulerEvents,
  TASK_EVENTS,
  TASK_PROVIDER,
} from "../core/scheduler-event.ts";
import type { TaskElement } from "../core/task-meaning.ts";
import type { TaskAnswer } from "./task-answer.ts";
import { queryTask } from "./task-query.ts";
import { readLog, type LogQuestion } from "./windows-log.ts";

/** Longer than this, in ms, a log does not get to answer. */
const TIMEOUT_MS = 10_000;
/** So long before a gap (ms) a change of the source of power still tells how the gap began. */
const POWER_BEFORE_MS = 7 * 86_400_000;

/** Asks Task Scheduler and the logs about a gap: a second or two of PowerShell, so only after one. Never throws. */
export async function schedulerFacts(name: string, gap: Interval): Promise<SchedulerFacts> {
  const [answer, tasks, power] = await Promise.all([
    queryTask(name),
    // Windows keeps this log only where somebody switched it on; without it the rest has to do.
    readLog(taskQuestion(gap), TIMEOUT_MS),
    readLog(powerQuestion(gap), TIMEOUT_MS),
  ]);
  return factsOf(answer, tasks + power, name, definitionWrittenAt(name));
}

/** The facts in the answers. */
export function factsOf(
  answer: TaskAnswer,
  written: string,
  name: string,
  writtenAt: number | null,
): SchedulerFacts {
  const events = schedulerEvents(written, name);
  if (answer.kind !== "found") return { task: answer.kind, writtenAt, runsOnBattery: null, events };
  const { enabled, definition } = answer.task;
  return { task: enabled ? "on" : "off", writtenAt, runsOnBattery: runsOnBattery(definition), events };
}

// Windows takes a setting that is left out for true: then the task neither starts nor stays on the battery.
function runsOnBattery(definition: TaskElement): boolean {
  const settings = definition.children.find((child) => child.name === "Settings");
  return ["DisallowStartIfOnBatteries", "StopIfGoingOnBatteries"].every(
    (name) => settings?.children.find((child) => child.name === name)?.text === "false",
  );
}

/** What Task Scheduler logged in a gap of its tasks. */
export function taskQuestion(gap: Interval): LogQuestion {
  const query = eventsOf(TASK_PROVIDER, Object.keys(TASK_EVENTS), gap);
  return { log: `${TASK_PROVIDER}/Operational`, query, most: 500 };
}

/** From which source of power the machine ran, up to a gap's end. */
export function powerQuestion({ from, to }: Interval): LogQuestion {
  const query = eventsOf(POWER_PROVIDER, [String(POWER_EVENT)], { from: from - POWER_BEFORE_MS, to });
  return { log: "System", query, most: 500 };
}

function eventsOf(provider: string, ids: readonly string[], { from, to }: Interval): string {
  const any = ids.map((id) => `EventID=${id}`).join(" or ");
  const [since, until] = [from, to].map((at) => new Date(at).toISOString());
  const when = `TimeCreated[@SystemTime>='${since}' and @SystemTime<='${until}']`;
  return `*[System[Provider[@Name='${provider}'] and (${any}) and ${when}]]`;
}

// Task Scheduler keeps each definition in a file, which its owner may read, and rewrites it when it is switched.
/** When the definition of a task was last written, UTC ms; null where that cannot be learnt. */
export function definitionWrittenAt(name: string): number | null {
  try {
    const folder = path.join(process.env["SystemRoot"] ?? "C:\\Windows", "System32", "Tasks");
    return Math.round(fs.statSync(path.join(folder, name)).mtimeMs);
  } catch {
    return null;
  }
}
