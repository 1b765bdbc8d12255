import fs from "node:fs";
import { isHeld } from "../../sqlite/lock-file.ts";
import { lockPath, takeLock, type Lock } from "./lock.ts";

export type LaunchLock = Lock & {
  /** When it was taken last before, in UTC ms; Infinity where that cannot be told. */
  readonly takenBefore: number;
};

/**
 * The right to launch, held from the last look before the spawn until the program has proved itself. The
 * system takes it back from a process that dies, so it needs no expiry and works where the store does not,
 * in the first of `folders` that allows one.
 * @returns null where another process holds it
 */
export function takeLaunchLock(folders: readonly string[], program: string): LaunchLock | null {
  const name = `launch-${program}`;
  for (const folder of folders) {
    try {
      const lock = takeLock(folder, name, 0);
      return { ...lock, takenBefore: noteTaking(lockPath(folder, name)) };
    } catch (error) {
      if (isHeld(error)) return null;
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
