import fs from "node:fs";
import path from "node:path";
import { AppError, reasonOf } from "../app-error.ts";
import { makeFolders } from "../make-folders.ts";
import { text } from "../locales/agenda.ts";
import { agendaFolder } from "../user-folders.ts";

/** Where Agenda keeps its data: what was asked for, else `AGENDA_HOME`, else the operating system's place. */
export function dataFolder(asked?: string): string {
  return asked ? path.resolve(asked) : agendaFolder();
}

/** The file that holds the contacts of a data folder. */
export function contactsFile(folder: string): string {
  return path.join(folder, "agenda.db");
}

/**
 * Makes the folder, readable by its owner only.
 * @throws AppError `data-folder` where it cannot be made or read.
 */
export function makeDataFolder(folder: string): void {
  try {
    makeFolders(folder, 0o700);
    if (!fs.statSync(folder).isDirectory()) throw new Error("not a folder");
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.X_OK);
  } catch (error) {
    throw new AppError("data-folder", text().noFolder(folder, reasonOf(error)), text().noFolderHint, error);
  }
}

/** Throws the system's error where the contacts may only be read: SQLite opens such a file without a word. */
export function mustBeWritable(folder: string): void {
  const file = contactsFile(folder);
  for (const each of [folder, file]) if (fs.existsSync(each)) fs.accessSync(each, fs.constants.W_OK);
}
