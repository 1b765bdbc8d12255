import { AppError, reasonOf } from "../../app-error.ts";
import { text } from "../../locales/store.ts";
import { dataFolder } from "../config/paths.ts";
import { isCorrupt } from "./set-aside.ts";
import { openStore, type Store } from "./store.ts";
import { takeInSteady } from "./take-in-steady.ts";
import { makeFolders } from "../../make-folders.ts";

/**
 * The user's store for a command other than `check`, with what steady checks left beside it: it must be there and
 * whole. Throws AppError `store`.
 */
export function openOwnStore(folder = dataFolder()): Store {
  try {
    makeFolders(folder, 0o700);
  } catch (error) {
    throw new AppError("usage", text().homeUnusable(folder, reasonOf(error)), "", error);
  }
  try {
    const db = openStore(folder);
    takeInIfWritable(db, folder);
    return db;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      "store",
      isCorrupt(error) ? text().damaged(folder) : text().cannotOpen(folder, reasonOf(error)),
      isCorrupt(error) ? text().damagedHint : text().cannotOpenHint,
      error,
    );
  }
}

// One that can only be read is shown as it is: a few minutes behind.
function takeInIfWritable(db: Store, folder: string): void {
  try {
    takeInSteady(db, folder);
  } catch (error) {
    if (isCorrupt(error)) throw error;
  }
}
