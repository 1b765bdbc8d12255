import fs from "node:fs/promises";
import path from "node:path";
import { codeOf } from "./app-error.ts";
import { inChunks } from "./in-chunks.ts";
import { writeWholeFile } from "./write-whole-file.ts";

/**
 * Writes text piece by piece where a user said. A file appears complete or not at all, as `writeWholeFile` has it, also
 * where a link leads to it: the link stays. A pipe, a device or a file that is open already (`/dev/stdout`) takes the
 * text as it comes. For names of the user's own choice alone: through any other name a planted link must not lead.
 * Throws the system's error, or what `pieces` throws.
 */
export async function writeWhereNamed(file: string, pieces: Iterable<string>, mode: number): Promise<void> {
  const place = await placeOf(file);
  if (place.isStream) await writeInto(file, pieces);
  else await writeWholeFile(place.file, pieces, mode);
}

async function placeOf(file: string): Promise<{ readonly file: string; readonly isStream: boolean }> {
  for (let at = file; ;) {
    const found = await orNull(fs.lstat(at));
    if (!found?.isSymbolicLink()) {
      return { file: at, isStream: found !== null && !found.isFile() && !found.isDirectory() };
    }
    // Asks the system to follow it first: it refuses links in a circle, and a stranger's in a folder that all share.
    await orNull(fs.stat(at));
    const folder = await fs.realpath(path.dirname(at));
    if (/^\/proc\/\d+(\/task\/\d+)?\/fd$/.test(folder)) return { file: at, isStream: true };
    at = path.resolve(folder, await fs.readlink(at));
  }
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function writeInto(file: string, pieces: Iterable<string>): Promise<void> {
  // Made by nobody here, and what a file that is open already holds stays before it.
  await using handle = await fs.open(file, fs.constants.O_WRONLY | fs.constants.O_APPEND);
  try {
    for (const chunk of inChunks(pieces)) await handle.writeFile(chunk);
  } catch (error) {
    // A reader that went away has read enough.
    if (codeOf(error) !== "EPIPE") throw error;
  }
}
