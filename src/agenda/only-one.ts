import fs from "node:fs";
import path from "node:path";
import { isHeld, lockFile, type Lock } from "../sqlite/lock-file.ts";
import { isDamage } from "./damage.ts";

export type { Lock };

/**
 * Takes the lock that makes this process the only Agenda of its data folder, or returns null where another
 * process has it.
 */
export function takeLock(folder: string): Lock | null {
  const file = path.join(folder, "lock.db");
  try {
    return lockFile(file, 0);
  } catch (error) {
    if (isHeld(error)) return null;
    if (!isDamage(error)) throw error;
    // There is nothing in it: whoever holds a lock has a file that is whole.
    fs.rmSync(file, { force: true });
    return lockFile(file, 0);
  }
}
