import path from "node:path";
import { isSea } from "node:sea";
import { listResources, readResource } from "../../resources.ts";
import { durationText } from "../../locales/duration.ts";
import { text } from "../../locales/task.ts";
import type { Config } from "../config/load.ts";
import { taskRhythm } from "../core/task-arguments.ts";
import { taskXml, type TaskPlan } from "../core/task-definition.ts";
import { joinCommandLine } from "../core/windows-command-line.ts";

/** Whose task it is, and under which name. */
export type TaskOwner = { readonly sid: string; readonly names: readonly string[] };

/** The task's usual name: one for each user, because a name is the machine's. */
export function taskNameOf(owner: TaskOwner): string {
  return `Estatus check ${owner.sid}`;
}

/** What should be registered for this installation; `config.file` is passed on only where it was asked for. */
export function planTask(config: Config, owner: TaskOwner, name: string, askedConfig?: string): TaskPlan {
  const rhythm = taskRhythm(config.interval);
  const { command, prefix } = checker();
  const also = askedConfig === undefined ? [] : ["--config", path.resolve(askedConfig)];
  return {
    taskName: name,
    description: text().description(
      config.programs.map((program) => program.name),
      durationText(rhythm.every),
    ),
    userSid: owner.sid,
    command,
    arguments: joinCommandLine([...prefix, ...rhythm.arguments, ...also]),
    workingDirectory: path.win32.dirname(command),
    everyMinutes: rhythm.everyMinutes,
    watchedFiles: config.programs.map((program) => path.win32.basename(program.executable)),
    triggers: "full",
  };
}

/** A plan as the XML that Task Scheduler takes. */
export function writeTask(plan: TaskPlan): string {
  const [check, crash, unlockAndResume] = listResources("tasks", ".xml").map(readResource);
  return taskXml({ check: check!, crash: crash!, unlockAndResume: unlockAndResume! }, plan);
}

// The checker with the GUI subsystem: a console program would flash a window each minute. Elsewhere than on Windows
// the task is only printed, with the usual place as an example.
function checker(): { command: string; prefix: readonly string[] } {
  if (process.platform !== "win32") return { command: EXAMPLE, prefix: [] };
  if (isSea()) return { command: path.join(path.dirname(process.execPath), "estatusw.exe"), prefix: [] };
  return { command: process.execPath, prefix: [path.join(import.meta.dirname, "../main.ts")] };
}

const EXAMPLE = "C:\\Users\\Ana\\AppData\\Local\\Programs\\Estatus\\estatusw.exe";
