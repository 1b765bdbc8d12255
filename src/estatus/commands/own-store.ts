import path from "node:path";
import { AppError } from "../../app-error.ts";
import { text } from "../../locales/sqlite.ts";
import { isHeld } from "../../sqlite/lock-file.ts";
import { dataFolder } from "../config/paths.ts";
import { openOwnStore } from "../store/open-own.ts";
import { STORE_FILE } from "../store/store-file.ts";
import type { Store } from "../store/store.ts";

/**
 * Runs `work`, which writes to the user's store, and closes it.
 * @throws AppError `locked` where another program held it for longer than it was waited for
 */
export function withOwnStore<T>(work: (db: Store) => T): T {
  const folder = dataFolder();
  try {
    using open = new DisposableStack();
    return work(open.adopt(openOwnStore(folder), (db) => db.close()));
  } catch (error) {
    throw namingLocked(error, folder);
  }
}

/** `error`, or where it is that another program holds the store in `folder`: which file that is, and the cure. */
export function namingLocked(error: unknown, folder: string): unknown {
  if (![error, (error as { cause?: unknown } | null)?.cause].some(isHeld)) return error;
  return new AppError("locked", text().locked(path.join(folder, STORE_FILE)), text().lockedHint, error);
}
