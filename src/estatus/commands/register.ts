import { AppError } from "../../app-error.ts";
import { text } from "../../locales/task.ts";
import type { TaskRefusal } from "../adapters/schtasks.ts";
import { loadConfig } from "../config/load.ts";
import { dataFolder } from "../config/paths.ts";
import { hexCode } from "../core/task-result.ts";
import type { TaskHealth } from "../task/health.ts";
import { thisUser } from "../task/owner.ts";
import { planTask, taskNameOf, writeTask } from "../task/plan.ts";
import { readRegistered, rememberRegistered } from "../task/registered.ts";
import type { Registration } from "../task/register.ts";
import { placesOf } from "../task/sentences.ts";
import { complain, say, write } from "../../say.ts";

export type RegisterOptions = {
  readonly config?: string;
  readonly print?: boolean;
  readonly dryRun?: boolean;
};

/** `estatus register`: puts the check into Task Scheduler. Returns the exit code. */
export async function register(options: RegisterOptions): Promise<number> {
  // Who does not say otherwise keeps what was registered: the doctor's cure and an upgrade must not change it.
  const kept = readRegistered(dataFolder())?.config ?? undefined;
  const asked = options.config ?? kept;
  const config = await loadConfig(asked);
  const owner = await thisUser();
  const name = taskNameOf(owner);
  if (options.print || options.dryRun) {
    if (process.platform !== "win32") complain(text().example);
    const plan = planTask(config, owner, name, asked);
    const dry = [`schtasks /Create /TN "${name}" /XML … /F`, `"${plan.command}" ${plan.arguments}`];
    write(options.print ? writeTask(plan) : `${dry.map((line) => text().wouldRun(line)).join("\n")}\n`);
    return 0;
  }
  onlyOnWindows();
  const { registerTask } = await import("../task/register.ts");
  const came = await registerTask(config, owner, name, asked);
  if (came.done === "failed") throw refusalError(name, came.refusal);
  rememberRegistered(dataFolder(), asked);
  const stays = options.config === undefined && kept !== undefined ? [text().configStays(kept)] : [];
  say([...sentences(name, came), ...stays].join("\n"));
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
