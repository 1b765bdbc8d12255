import { once } from "node:events";
import fs from "node:fs";
import { AppError, codeOf, reasonOf } from "../../app-error.ts";
import { text } from "../../locales/report.ts";

const CHUNK = 64 * 1024;

/** Writes text piece by piece to stdout, never faster than it is read; a reader that went away ends it quietly. */
export async function writeToStdout(pieces: Iterable<string>): Promise<void> {
  let failure: unknown = null;
  const onError = (error: unknown) => (failure = error);
  process.stdout.on("error", onError);
  try {
    for (const chunk of chunked(pieces)) {
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
export function writeToFile(file: string, pieces: Iterable<string>): void {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    const handle = fs.openSync(unfinished, "wx");
    try {
      for (const chunk of chunked(pieces)) fs.writeFileSync(handle, chunk);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(unfinished, file);
  } catch (error) {
    fs.rmSync(unfinished, { force: true });
    throw new AppError("not-written", text().notWritten(file, reasonOf(error)), text().notWrittenHint, error);
  }
}

function* chunked(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
