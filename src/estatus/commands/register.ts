import { AppError } from "../../app-error.ts";
import { text } from "../../locales/task.ts";
import type { TaskRefusal } from "../adapters/schtasks.ts";
import { loadConfig } from "../config/load.ts";
import { hexCode } from "../core/task-result.ts";
import type { TaskHealth } from "../task/health.ts";
import { thisUser } from "../task/owner.ts";
import { planTask, taskNameOf, writeTask } from "../task/plan.ts";
import type { Registration } from "../task/register.ts";
import { placesOf } from "../task/sentences.ts";
import { complain, say, write } from "../../say.ts";

export type RegisterOptions = {
  readonly config?: string;
  readonly name?: string;
  readonly print?: boolean;
  readonly dryRun?: boolean;
};

/** Task Scheduler's own limit. */
const MAX_NAME = 238;

/** `estatus register`: puts the check into Task Scheduler. Returns the exit code. */
export async function register(options: RegisterOptions): Promise<number> {
  const config = await loadConfig(options.config);
  const owner = await thisUser();
  const name = options.name ?? taskNameOf(owner);
  if (name.length > MAX_NAME) throw new AppError("usage", text().longName(name.length), text().longNameHint);
  if (options.print || options.dryRun) {
    if (process.platform !== "win32") complain(text().example);
    const plan = planTask(config, owner, name, options.config);
    const dry = [`schtasks /Create /TN "${name}" /XML … /F`, `"${plan.command}" ${plan.arguments}`];
    write(options.print ? writeTask(plan) : `${dry.map((line) => text().wouldRun(line)).join("\n")}\n`);
    return 0;
  }
  onlyOnWindows();
  const { registerTask } = await import("../task/register.ts");
  const came = await registerTask(config, owner, name, options.config);
  if (came.done === "failed") throw refusalError(name, came.refusal);
  say(sentences(name, came).join("\n"));
  return 0;
}

function sentences(name: string, came: Exclude<Registration, { done: "failed" }>): string[] {
  const homes = ["ESTATUS_HOME", "AGENDA_HOME"].filter((home) => process.env[home]);
  const said = came.done === "nothing" ? [] : [...minimal(came.refused), ...readBack(came.health)];
  return [text()[came.done](name), ...said, ...homes.map((home) => text().homeIsSet(home))];
}

const minimal = (refused: TaskRefusal | null) =>
  refused === null ? [] : [text().minimal(hexCode(refused.code))];

function readBack(health: TaskHealth): string[] {
  if (health.state === "drifted") return [text().notAsAsked(placesOf(health.differences))];
  return health.state === "healthy" || health.state === "minimal" ? [] : [text().notReadBack];
}

/** A refusal as a sentence with its cure. */
export function refusalError(name: string, { failure, code }: TaskRefusal): AppError {
  return new AppError("task", text().failed(name, hexCode(code)), text().cures[failure]);
}

/** @throws AppError elsewhere than on Windows. */
export function onlyOnWindows(): void {
  if (process.platform !== "win32") throw new AppError("usage", text().notWindows, text().notWindowsHint);
}
