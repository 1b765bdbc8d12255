import { once } from "node:events";
import { AppError, codeOf, reasonOf } from "../../app-error.ts";
import { inChunks } from "../../in-chunks.ts";
import { text } from "../../locales/report.ts";
import { writeWholeFile } from "../../write-whole-file.ts";

/** Writes text piece by piece to stdout, never faster than it is read; a reader that went away ends it quietly. */
export async function writeToStdout(pieces: Iterable<string>): Promise<void> {
  let failure: unknown = null;
  const onError = (error: unknown) => (failure = error);
  process.stdout.on("error", onError);
  try {
    for (const chunk of inChunks(pieces)) {
      if (failure !== null) break;
      if (!process.stdout.write(chunk)) await Promise.race([once(process.stdout, "drain"), gone()]);
    }
  } catch (error) {
    failure ??= error;
  }
  process.stdout.off("error", onError);
  if (failure !== null && codeOf(failure) !== "EPIPE") throw failure;
}

async function gone(): Promise<void> {
  await once(process.stdout, "close");
}

/**
 * Writes text piece by piece to a file that appears complete or not at all.
 * @throws AppError `not-written` where the place cannot be written to
 */
export async function writeToFile(file: string, pieces: Iterable<string>): Promise<void> {
  try {
    await writeWholeFile(file, pieces, 0o666);
  } catch (error) {
    throw new AppError("not-written", text().notWritten(file, reasonOf(error)), text().notWrittenHint, error);
  }
}
