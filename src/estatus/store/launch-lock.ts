import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../../app-error.ts";
import { makePrivateFolder } from "./private-folder.ts";
import { openDatabase, type Db } from "../../sqlite/open.ts";

export type Lock = { readonly release: () => void };

export type LaunchLock = Lock & {
  /** When it was taken last before, in UTC ms; Infinity where that cannot be told. */
  readonly takenBefore: number;
};

/**
 * The right to launch, held from the last look before the spawn until the program has proved itself. The
 * system takes it back from a process that dies, so it needs no expiry and works where the store does not:
 * an exclusive transaction on an empty database in the first of `folders` that allows one.
 * @returns null where another process holds it
 */
export function takeLaunchLock(folders: readonly string[], program: string): LaunchLock | null {
  const name = `launch-${program}`;
  for (const folder of folders) {
    try {
      const lock = takeLock(folder, name, 0);
      return { ...lock, takenBefore: noteTaking(lockFile(folder, name)) };
    } catch (error) {
      if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) return null;
    }
  }
  // Nowhere to hold a lock: to bring the program back comes first.
  return { release: () => undefined, takenBefore: Infinity };
}

// SQLite leaves a file alone that nobody writes to: its time is free to tell this.
function noteTaking(file: string): number {
  try {
    const { mtimeMs } = fs.statSync(file);
    const now = new Date();
    fs.utimesSync(file, now, now);
    return mtimeMs;
  } catch {
    return Infinity;
  }
}

const lockFile = (folder: string, name: string) =>
  path.join(folder, `${encodeURIComponent(name.toLowerCase()).slice(0, 100)}.lock`);

/** Takes the lock `name` in `folder`, waiting for it at most `patience` ms. Throws SqliteError, or where the folder is no good. */
export function takeLock(folder: string, name: string, patience: number): Lock {
  makePrivateFolder(folder);
  const db = openDatabase(lockFile(folder, name), { timeout: patience, journal: "memory" });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    throw error;
  }
  return { release: () => release(db) };
}

function release(db: Db): void {
  db.exec("ROLLBACK");
  db.close();
}
