import type { ProgramCheck } from "../check-program.ts";
import { runCheck, type CheckPorts, type CheckReport } from "../cycle.ts";
import type { Program } from "../program.ts";
import { programJson } from "./check-json.ts";

/** A check whose events go to the log as well: a PC where nobody sees its output still has them. */
export async function loggedCheck(ports: CheckPorts, programs: readonly Program[]): Promise<CheckReport> {
  const troubles: string[] = [];
  const trouble = (sentence: string) => {
    troubles.push(sentence);
    ports.tell.trouble(sentence);
  };
  const report = await runCheck({ ...ports, tell: { ...ports.tell, trouble } }, programs);
  const entries = [
    ...troubles.map((sentence) => ({ event: "trouble", sentence })),
    ...report.programs.filter(somethingHappened).map((check) => ({ event: "check", ...programJson(check) })),
  ];
  // A steady check writes no line, and then the logger is not even loaded.
  if (entries.length > 0) (await import("../adapters/log.ts")).writeLog(ports.folder, entries);
  await explainGapsOnWindows(report, ports.folder);
  return report;
}

// Elsewhere no scheduler has a word on it, and after a check without a gap nothing of this is loaded.
async function explainGapsOnWindows({ programs }: CheckReport, folder: string): Promise<void> {
  if (process.platform !== "win32" || !programs.some(({ gap }) => gap?.cause === "unexplained")) return;
  try {
    await (await import("../task/explain-gaps.ts")).explainGapsOf(programs, folder);
  } catch {
    // The gap stays unexplained: the check itself is done.
  }
}

function somethingHappened({ attempt, opened, ended, code }: ProgramCheck): boolean {
  return attempt !== null || opened !== null || ended !== null || code === 3;
}
