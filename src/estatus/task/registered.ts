import fs from "node:fs";
import path from "node:path";
import { replaceFile } from "../../replace-file.ts";
import { isRecord, parseJson } from "../core/untrusted.ts";
import { loadConfig, type Config } from "../config/load.ts";
import { makeFolders } from "../../make-folders.ts";

/** What the task was registered with: its configuration by the whole path; null for the usual one. */
export type Registered = { readonly config: string | null };

// The installer knows this name too.
const fileIn = (folder: string) => path.join(folder, "task.json");

/** What is remembered of the registration; null where nothing is. */
export function readRegistered(folder: string): Registered | null {
  try {
    const kept = parseJson(fs.readFileSync(fileIn(folder), "utf8"));
    if (!isRecord(kept)) return null;
    const { config } = kept;
    return config === null || typeof config === "string" ? { config } : null;
  } catch {
    return null;
  }
}

/** Remembers a registration. Where the folder takes nothing, the task is judged by what each command is asked with. */
export function rememberRegistered(folder: string, asked: string | undefined): void {
  const registered: Registered = { config: asked === undefined ? null : path.resolve(asked) };
  try {
    makeFolders(folder, 0o700);
    replaceFile(fileIn(folder), JSON.stringify(registered), `${fileIn(folder)}.${process.pid}`);
  } catch {
    // As said.
  }
}

/** Forgets it, once nothing is registered any more. */
export function forgetRegistered(folder: string): void {
  fs.rmSync(fileIn(folder), { force: true });
}

export type TaskConfig = { readonly config: Config; readonly asked: string | undefined };

/**
 * The configuration the task is to run with: what it was registered with, whatever a command by hand is asked with; that
 * only where nothing is remembered. One that cannot be read just now stays the task's, and the given one stands in for it.
 */
export async function taskConfig(
  config: Config,
  folder: string,
  asked: string | undefined,
): Promise<TaskConfig> {
  const registered = readRegistered(folder);
  const file = registered?.config ?? undefined;
  if (registered === null || file === asked) return { config, asked };
  try {
    return { config: await loadConfig(file), asked: file };
  } catch {
    return { config, asked: file };
  }
}
