import path from "node:path";
import { isSea } from "node:sea";
import Database from "better-sqlite3";

export type Db = Database.Database;

export type OpenOptions = {
  readonly readonly?: boolean;
  /** How long a statement waits for another process's lock, in milliseconds. */
  readonly timeout?: number;
  /** `memory` where the file only carries a lock and never any content. */
  readonly journal?: "wal" | "memory";
};

// A single executable cannot `require` its addon from node_modules: it lies in `native/` beside it.
function addonBesideExecutable(): object {
  const addon = { exports: {} };
  process.dlopen(addon, path.join(path.dirname(process.execPath), "native", "better_sqlite3.node"));
  return addon.exports;
}

/**
 * Opens a SQLite file, in WAL mode unless told otherwise. `synchronous` is left at FULL: whoever can afford to lose the
 * last commit at a power cut says so. Throws better-sqlite3's SqliteError.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Db {
  const native = isSea() ? { nativeBinding: addonBesideExecutable() as unknown as string } : {};
  const db = new Database(file, {
    readonly: options.readonly ?? false,
    timeout: options.timeout ?? 5_000,
    ...native,
  });
  try {
    if (!options.readonly) db.pragma(`journal_mode = ${options.journal ?? "wal"}`);
    db.pragma("synchronous = FULL");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
