import fs from "node:fs";
import { codeOf } from "./app-error.ts";

/**
 * Replaces a file as a whole: a reader sees the old text or the new, never half of one, and only its owner may read it.
 * `unfinished` is its name until then, which only one process may use at a time. Throws the system's error.
 */
export function replaceFile(file: string, content: string, unfinished = `${file}.new`): void {
  try {
    writeNewFile(unfinished, content);
    fs.renameSync(unfinished, file);
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * Writes a file for its owner only that is new under its name: what was there, left by one that was killed or laid there
 * as a link to another file, goes, and is never written through. `flush` waits for the disk. Throws the system's error.
 */
export function writeNewFile(file: string, content: string, flush = false): void {
  const write = () => fs.writeFileSync(file, content, { mode: 0o600, flag: "wx", flush });
  try {
    write();
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    fs.unlinkSync(file);
    write();
  }
}
