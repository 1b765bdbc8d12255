import fs from "node:fs";
import { inChunks } from "./in-chunks.ts";

/**
 * Writes text piece by piece to a file that appears complete or not at all: one that was there before stays whole
 * until it is replaced in one step, and what was written is on the disk by then. `mode` is what the file's owner and
 * others may do with it. Throws the system's error, or what `pieces` throws, and then leaves nothing of the new file.
 */
export function writeWholeFile(file: string, pieces: Iterable<string>, mode: number): void {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    const handle = fs.openSync(unfinished, "w", mode);
    try {
      for (const chunk of inChunks(pieces)) fs.writeFileSync(handle, chunk);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(unfinished, file);
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw error;
  }
}
