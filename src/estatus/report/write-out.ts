import { once } from "node:events";
import { AppError, codeOf, reasonOf } from "../../app-error.ts";
import { inChunks } from "../../in-chunks.ts";
import { text } from "../../locales/report.ts";
import { write } from "../../say.ts";

/** Writes text piece by piece to stdout, never faster than it is read; a reader that went away ends it quietly. */
export async function writeToStdout(pieces: Iterable<string>): Promise<void> {
  for (const chunk of inChunks(pieces)) {
    const became = write(chunk);
    if (became === "closed") return;
    if (became === "full") await drained();
  }
}

// Whichever comes first takes the wait for the other with it: a million lines wait many thousands of times.
async function drained(): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const waits = ["drain", "close"].map((event) => once(process.stdout, event, { signal }));
  try {
    await Promise.race(waits);
  } finally {
    over.abort();
    await Promise.allSettled(waits);
  }
}

/**
 * Writes text piece by piece where the user said.
 * @throws AppError `not-written` where the place cannot be written to
 */
export async function writeWhereAsked(file: string, pieces: Iterable<string>): Promise<void> {
  const { writeWhereNamed } = await import("../../write-where-named.ts");
  await named(file, writeWhereNamed(file, pieces, 0o666));
}

/**
 * Writes a page that is only to be looked at. It lies where all users put theirs, and is nobody else's to read.
 * @throws AppError `not-written` where the place cannot be written to
 */
export async function writePage(file: string, pieces: Iterable<string>): Promise<void> {
  const { writeWholeFile } = await import("../../write-whole-file.ts");
  await named(file, writeWholeFile(file, pieces, 0o600));
}

async function named(file: string, written: Promise<void>): Promise<void> {
  try {
    await written;
  } catch (error) {
    // What was to be written could not be had: that says itself what is wrong.
    if (error instanceof AppError || codeOf(error).startsWith("SQLITE_")) throw error;
    throw new AppError("not-written", text().notWritten(file, reasonOf(error)), text().notWrittenHint, error);
  }
}
