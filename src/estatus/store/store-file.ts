import fs from "node:fs";
import path from "node:path";

/** The checker's database, in its data folder. */
export const STORE_FILE = "estatus.db";

/** Whether a data folder has one. */
export function hasStore(folder: string): boolean {
  return fs.existsSync(path.join(folder, STORE_FILE));
}
