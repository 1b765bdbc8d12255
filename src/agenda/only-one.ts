import fs from "node:fs";
import path from "node:path";
import { isHeld, lockFile, type Lock } from "../sqlite/lock-file.ts";
import { isDamage } from "./damage.ts";
import { isUnwritable } from "./unwritable.ts";

/** `mayWrite` is false where nothing can be written, not even a lock: then this is a second reader at most. */
export type OnlyOne = Lock & { readonly mayWrite: boolean };

/**
 * Takes the lock that makes this process the only Agenda of its data folder, or returns null where another
 * process has it.
 */
export function takeLock(folder: string): OnlyOne | null {
  const file = path.join(folder, "lock.db");
  try {
    return { ...lockFile(file, 0), mayWrite: true };
  } catch (error) {
    if (isHeld(error)) return null;
    if (isUnwritable(error)) return { release() {}, mayWrite: false };
    if (!isDamage(error)) throw error;
    // There is nothing in it: whoever holds a lock has a file that is whole.
    fs.rmSync(file, { force: true });
    return { ...lockFile(file, 0), mayWrite: true };
  }
}
