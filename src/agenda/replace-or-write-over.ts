import fs from "node:fs";
import { replaceFile } from "../replace-file.ts";
import { isUnwritable } from "./unwritable.ts";

/**
 * Replaces a small file of JSON as a whole. Where there is no room for a second one, or none may be made, it is written over
 * the one that is there, whose room it has. Throws the system's error.
 */
export function replaceOrWriteOver(file: string, json: string): void {
  try {
    replaceFile(file, json);
  } catch (error) {
    if (!isUnwritable(error) || !writtenOver(file, json)) throw error;
  }
}

function writtenOver(file: string, json: string): boolean {
  try {
    const before = fs.lstatSync(file);
    // A link that somebody laid there is not written through.
    if (!before.isFile() || before.nlink > 1) return false;
    // Blanks take the place of what was longer, in the same write: a reader meets no end of the old text.
    const whole = Buffer.from(json.padEnd(before.size));
    const fd = fs.openSync(file, fs.constants.O_WRONLY | (fs.constants.O_NOFOLLOW ?? 0));
    try {
      return fs.writeSync(fd, whole, 0, whole.length, 0) === whole.length;
    } finally {
      fs.closeSync(fd);
    }
  } catch {
    return false;
  }
}
