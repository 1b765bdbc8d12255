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
 * Writes text piece by piece to a file that appears complete or not at all; `mode` is what its owner and others may do
 * with it.
 * @throws AppError `not-written` where the place cannot be written to
 */
export async function writeToFile(file: string, pieces: Iterable<string>, mode: number): Promise<void> {
  const { writeWholeFile } = await import("../../write-whole-file.ts");
  try {
    await writeWholeFile(file, pieces, mode);
  } catch (error) {
    // What was to be written could not be had: that says itself what is wrong.
    if (error instanceof AppError || codeOf(error).startsWith("SQLITE_")) throw error;
    throw new AppError("not-written", text().notWritten(file, reasonOf(error)), text().notWrittenHint, error);
  }
}
