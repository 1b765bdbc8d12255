import fs from "node:fs";
import path from "node:path";
import { replaceFile } from "../../replace-file.ts";
import { VERSION } from "../../version.ts";
import type { Config } from "../config/load.ts";
import { taskHealth } from "./health.ts";
import { healthSentence } from "./sentences.ts";

/** Asking Task Scheduler costs a PowerShell: at most once an hour. */
const EVERY_MS = 3_600_000;

/**
 * Looks whether the task is still what it should be, at most once an hour and at once after an upgrade.
 * @returns the sentence to say where it is not; null where it is, or where it is not time yet
 */
export async function auditTask(
  config: Config,
  folder: string,
  now: number,
  askedConfig?: string,
  health: typeof taskHealth = taskHealth,
): Promise<string | null> {
  const file = path.join(folder, "task-audit.json");
  const last = readAudit(file);
  if (last !== null && last.version === VERSION && Math.abs(now - last.at) < EVERY_MS) return null;
  const found = await health(config, askedConfig);
  try {
    const content = JSON.stringify({ at: now, version: VERSION, state: found.state });
    replaceFile(file, content, `${file}.${process.pid}`);
  } catch {
    // A folder that takes nothing is the store's own trouble: this look is then repeated.
  }
  return found.state === "healthy" || found.state === "minimal" ? null : healthSentence(found);
}

function readAudit(file: string): { at: number; version: string } | null {
  try {
    const { at, version } = JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, unknown>;
    return typeof at === "number" && typeof version === "string" ? { at, version } : null;
  } catch {
    return null;
  }
}
