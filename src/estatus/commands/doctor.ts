import { AppError } from "../../app-error.ts";
import { plain } from "../../locales/format.ts";
import { text } from "../../locales/doctor.ts";
import { text as taskText } from "../../locales/task.ts";
import { speak } from "../../locales/language.ts";
import { loadConfig, type Config } from "../config/load.ts";
import { dataFolder, fallbackFolder } from "../config/paths.ts";
import { examineChecks, examineProcesses } from "../doctor/checks.ts";
import { failure, ok, type Examine, type Finding } from "../doctor/finding.ts";
import { examinePrograms } from "../doctor/programs.ts";
import { examineTrust } from "../doctor/trust.ts";
import { examineRights } from "../doctor/rights.ts";
import { examineStore } from "../doctor/store.ts";
import { examineTask } from "../doctor/task.ts";
import { print } from "../../say.ts";
import { readRegistered } from "../task/registered.ts";

const EXAMINATIONS: readonly Examine[] = [
  examinePrograms,
  examineTrust,
  examineProcesses,
  examineRights,
  examineStore,
  examineTask,
  examineChecks,
];

export type DoctorOptions = { readonly config?: string; readonly json?: boolean; readonly repair?: boolean };

/** `estatus doctor`: everything that could keep this from working, each with its cure. 1 where something fails. */
export async function doctor(options: DoctorOptions): Promise<number> {
  if (options.json) speak("en");
  const folder = dataFolder();
  // What the task runs with is what could keep this from working.
  const kept = readRegistered(folder)?.config ?? undefined;
  const asked = options.config ?? kept;
  const { config, finding } = await readConfig(asked, asked === kept);
  const examination = {
    config,
    asked,
    folder,
    fallbackFolder: fallbackFolder(),
    now: Date.now(),
    repair: options.repair ?? false,
  };
  const findings: Finding[] = [finding];
  for (const examine of EXAMINATIONS) findings.push(...(await examine(examination)));
  const healthy = findings.every(({ level }) => level !== "failure");
  if (options.json) print(JSON.stringify({ healthy, findings }, null, 2));
  else print([...findings.map(line), healthy ? text().healthy : text().unhealthy].join("\n"));
  return healthy ? 0 : 1;
}

type ConfigFinding = { readonly config: Config | null; readonly finding: Finding };

async function readConfig(asked: string | undefined, isKept: boolean): Promise<ConfigFinding> {
  try {
    const config = await loadConfig(asked);
    return {
      config,
      finding: ok("config", config.file === null ? text().defaults : text().config(config.file)),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const kept = asked !== undefined && isKept ? ` ${taskText().configStays(asked)}` : "";
    return { config: null, finding: failure("config", error.message, `${error.hint}${kept}`) };
  }
}

function line({ level, sentence, cure }: Finding): string {
  const mark = text().marks[level];
  return cure === ""
    ? `${mark} ${plain(sentence)}`
    : `${mark} ${plain(sentence)}\n${" ".repeat(mark.length)} → ${plain(cure)}`;
}
