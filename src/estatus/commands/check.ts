import { launch } from "../adapters/launch.ts";
import { thisMachine } from "../adapters/machine.ts";
import { durationText } from "../../locales/duration.ts";
import { text } from "../../locales/check.ts";
import { complain, say } from "../../say.ts";
import { loadConfig, selectPrograms, type Config } from "../config/load.ts";
import { dataFolder, fallbackFolder } from "../config/paths.ts";
import type { CheckPorts, CheckReport } from "../cycle.ts";
import type { Program } from "../program.ts";
import { checkJson } from "./check-json.ts";
import { loggedCheck } from "./logged-check.ts";
import { resultSentences, seenSentence } from "./check-text.ts";

export type CheckOptions = {
  readonly config?: string;
  readonly program?: string;
  readonly json?: boolean;
};

/** `estatus check`. Returns the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  const config = await loadConfig(options.config);
  const programs = selectPrograms(config, options.program);
  const tell = options.json ? () => undefined : say;
  const report = await loggedCheck({ ...(await checkPorts(tell)), endsAfter: true }, programs);
  if (options.json) say(JSON.stringify(checkJson(report), null, 2));
  else sayReport(report, programs, tell);
  await auditTaskOnWindows(config, options.config, tell);
  return report.code;
}

/** Says where the task is not what it should be, once an hour. Elsewhere than on Windows nothing of it is loaded. */
export async function auditTaskOnWindows(
  config: Config,
  asked: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  if (process.platform !== "win32") return;
  const { auditTask } = await import("../task/audit.ts");
  const sentence = await auditTask(config, dataFolder(), Date.now(), asked);
  if (sentence !== null) say(sentence);
}

/** The check's ports on this machine, telling a person what happens while it happens. */
export async function checkPorts(say: (line: string) => void): Promise<CheckPorts> {
  return {
    machine: await thisMachine(),
    launch,
    folder: dataFolder(),
    fallbackFolder: fallbackFolder(),
    endsAfter: false,
    tell: {
      seen: (program, observation, decision) => {
        const sentence = seenSentence(program, observation, decision);
        if (sentence !== "") say(sentence);
      },
      launched: (program, pid) =>
        say(text().launched(program.name, pid, durationText(program.policy.survive))),
      trouble: complain,
    },
  };
}

/** Says what a finished check saw, at once. */
export function sayReport(
  report: CheckReport,
  programs: readonly Program[],
  say: (line: string) => void,
): void {
  const byName = new Map(programs.map((program) => [program.name, program]));
  const sentences = report.programs.flatMap((checked) =>
    resultSentences(checked, byName.get(checked.program)!),
  );
  if (report.heldBy !== null) sentences.unshift(text().heldBy(report.heldBy));
  if (sentences.length > 0) say(sentences.join("\n"));
}
