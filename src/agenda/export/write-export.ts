import fs from "node:fs";
import { AppError, codeOf, reasonOf } from "../../app-error.ts";
import { text } from "../../locales/exchange.ts";
import { writeWholeFile } from "../../write-whole-file.ts";

/**
 * Writes an export as a whole; whoever else uses the PC cannot read it. `write` is how: where the user chose the name, it
 * may lead elsewhere.
 * @throws AppError `is-folder`, `no-folder` or `cannot-export` where the place cannot be written to
 */
export async function writeExport(
  file: string,
  pieces: Iterable<string>,
  write: typeof writeWholeFile = writeWholeFile,
): Promise<void> {
  const words = text();
  if (fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AppError("is-folder", words.isFolder(file), words.exportHint);
  }
  try {
    await write(file, pieces, 0o600);
  } catch (error) {
    if (codeOf(error) === "ENOENT") {
      throw new AppError("no-folder", words.noFolder(file), words.noFolderHint, error);
    }
    const said = words.cannotExport(file, reasonOf(error));
    throw new AppError("cannot-export", said, words.cannotExportHint, error);
  }
}
