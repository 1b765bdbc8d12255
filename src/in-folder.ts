import path from "node:path";

/**
 * What is in a folder whose path is whole. `path.join` goes through it once more, character by character, and a check
 * would do so for each of its files.
 */
export function inFolder(folder: string, ...names: readonly string[]): string {
  return [folder.endsWith(path.sep) ? folder.slice(0, -1) : folder, ...names].join(path.sep);
}
