import path from "node:path";
import { lockFile, type Lock } from "../../sqlite/lock-file.ts";
import { makePrivateFolder } from "./private-folder.ts";

export type { Lock };

/** The file of the lock `name` of a folder: a name of any characters stays in it. */
export function lockPath(folder: string, name: string): string {
  return path.join(folder, `${encodeURIComponent(name.toLowerCase()).slice(0, 100)}.lock`);
}

/**
 * Takes the lock `name` of a folder, waiting for it at most `patience` ms. Throws SqliteError where another process holds
 * it, or where the folder is no good.
 */
export function takeLock(folder: string, name: string, patience: number): Lock {
  makePrivateFolder(folder);
  return lockFile(lockPath(folder, name), patience);
}

/** The same; null where it throws. */
export function tryLock(folder: string, name: string, patience: number): Lock | null {
  try {
    return takeLock(folder, name, patience);
  } catch {
    return null;
  }
}
