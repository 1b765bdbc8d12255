import fs from "node:fs";
import { AppError, codeOf, reasonOf } from "../../app-error.ts";
import { text as texts } from "../../locales/exchange.ts";
import { largestFile } from "./read-contacts.ts";

/**
 * The bytes of a file that is to be imported.
 * @throws AppError `no-file`, `is-folder`, `import-too-large` or `cannot-read`.
 */
export function readFileToImport(file: string): Uint8Array {
  try {
    const stat = fs.statSync(file);
    if (stat.isDirectory()) throw new AppError("is-folder", texts().isFolder(file), texts().isFolderHint);
    if (stat.size > largestFile)
      throw new AppError("import-too-large", texts().tooLarge(file), texts().tooLargeHint);
    return fs.readFileSync(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (codeOf(error) === "ENOENT")
      throw new AppError("no-file", texts().noFile(file), texts().noFileHint, error);
    throw new AppError(
      "cannot-read",
      texts().cannotRead(file, reasonOf(error)),
      texts().cannotReadHint,
      error,
    );
  }
}
