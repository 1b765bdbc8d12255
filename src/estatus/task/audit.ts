import { VERSION } from "../../version.ts";
import type { Config } from "../config/load.ts";
import { isFine, readAudit, writeAudit } from "./audit-file.ts";
import { taskHealth } from "./health.ts";
import { healthSentence } from "./sentences.ts";

/** Asking Task Scheduler costs a PowerShell: at most once an hour. */
const EVERY_MS = 3_600_000;

/**
 * Looks whether the task is still what it should be, at most once an hour and at once after an upgrade. What is found is
 * kept for `status` and `doctor`, and goes into the log when it is something new: nobody sees what a check by the task says.
 * @returns the sentence to say where it is not; null where it is, or where it is not time yet
 */
export async function auditTask(
  config: Config,
  folder: string,
  now: number,
  askedConfig?: string,
  health: typeof taskHealth = taskHealth,
): Promise<string | null> {
  const last = readAudit(folder);
  if (last !== null && last.version === VERSION && Math.abs(now - last.at) < EVERY_MS) return null;
  const found = await health(config, folder, askedConfig);
  const { state } = found;
  const sentence = healthSentence(found) ?? "";
  const since = last?.state === state ? Math.min(last.since, now) : now;
  writeAudit(folder, { at: now, version: VERSION, state, sentence, since });
  if (state !== last?.state && !(last === null && isFine(state))) {
    (await import("../adapters/log.ts")).writeLog(folder, [{ event: "task", state, sentence }]);
  }
  return isFine(state) ? null : sentence;
}
