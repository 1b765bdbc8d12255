import fs from "node:fs/promises";
import { inChunks } from "./in-chunks.ts";

/**
 * Writes text piece by piece to a file that appears complete or not at all: one that was there before stays whole
 * until it is replaced in one step, and what was written is on the disk by then. Other work has its turn between the
 * pieces. `mode` is what the file's owner and others may do with it. Throws the system's error, or what `pieces`
 * throws, and then leaves nothing of the new file.
 */
export async function writeWholeFile(file: string, pieces: Iterable<string>, mode: number): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await writeSynced(unfinished, pieces, mode);
    await fs.rename(unfinished, file);
  } catch (error) {
    await fs.rm(unfinished, { force: true });
    throw error;
  }
}

async function writeSynced(file: string, pieces: Iterable<string>, mode: number): Promise<void> {
  // Anew: what lies under this name may be a link to another file, which must not be written through.
  await fs.rm(file, { force: true });
  await using handle = await fs.open(file, "wx", mode);
  for (const chunk of inChunks(pieces)) await handle.writeFile(chunk);
  await handle.sync();
}
