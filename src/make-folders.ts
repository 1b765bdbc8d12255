import fs from "node:fs";
import path from "node:path";
import { codeOf } from "./app-error.ts";

/**
 * Makes a folder, and those above it that are missing. Node's own recursive mkdir never ends where the system says that
 * the folder above is missing and it is there, as /proc does. Throws the system's error.
 */
export function makeFolders(folder: string, mode: number): void {
  const missing: string[] = [];
  let at = path.resolve(folder);
  while (!isFolder(at) && path.dirname(at) !== at) {
    missing.push(at);
    at = path.dirname(at);
  }
  for (const each of missing.toReversed()) {
    try {
      fs.mkdirSync(each, { mode });
    } catch (error) {
      // Another process may have been faster.
      if (codeOf(error) !== "EEXIST" || !isFolder(each)) throw error;
    }
  }
}

const isFolder = (place: string) => fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
