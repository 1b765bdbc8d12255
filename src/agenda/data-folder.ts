import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { AppError, reasonOf } from "../app-error.ts";
import { text } from "../locales/agenda.ts";

/** Where Agenda keeps its data: what was asked for, else `AGENDA_HOME`, else the operating system's place. */
export function dataFolder(asked?: string, env: NodeJS.ProcessEnv = process.env): string {
  const given = asked ?? env["AGENDA_HOME"];
  if (given) return path.resolve(given);
  if (process.platform === "win32") {
    return path.join(env["LOCALAPPDATA"] ?? path.join(os.homedir(), "AppData", "Local"), "Agenda");
  }
  // The XDG specification wants relative paths ignored.
  const share = env["XDG_DATA_HOME"];
  const base = share && path.isAbsolute(share) ? share : path.join(os.homedir(), ".local", "share");
  return path.join(base, "agenda");
}

/**
 * Makes the folder, readable by its owner only.
 * @throws AppError `data-folder` where it cannot be made or written.
 */
export function makeDataFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    if (!fs.statSync(folder).isDirectory()) throw new Error("not a folder");
  } catch (error) {
    throw new AppError("data-folder", text().noFolder(folder, reasonOf(error)), text().noFolderHint, error);
  }
}
