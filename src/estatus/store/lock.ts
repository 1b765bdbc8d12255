import path from "node:path";
import { lockFile, type Lock } from "../../sqlite/lock-file.ts";
import { makePrivateFolder } from "./private-folder.ts";

export type { Lock };

/** Letters of a lock's file name; Windows takes 260 with all the folders before it. */
const LONGEST = 120;

/** The file of the lock `name` of a folder: a name of any characters stays in it, and has it to itself. */
export function lockPath(folder: string, name: string): string {
  const whole = encodeURIComponent(name.toLowerCase());
  return path.join(folder, `${whole.length <= LONGEST ? whole : shortened(whole)}.lock`);
}

// Two long names may begin alike, and each accent in them takes six letters.
function shortened(name: string): string {
  const digest = process.getBuiltinModule("node:crypto").hash("sha1", name);
  return `${name.slice(0, LONGEST - digest.length)}${digest}`;
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
