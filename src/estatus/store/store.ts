import path from "node:path";
import { openDatabase, type Db } from "../../sqlite/open.ts";
import { migrate } from "../../sqlite/migrate.ts";
import { STORE_FILE } from "./store-file.ts";

export type Store = Db;

/** The checker's database in `folder`, at the newest schema. Throws SqliteError, or AppError `database-newer`. */
export function openStore(folder: string, options: { readonly timeout?: number } = {}): Store {
  const db = openDatabase(path.join(folder, STORE_FILE), options);
  try {
    // Checks leave the log behind unsynced; the next one reads it through, so it is kept short (pages of 4 KB).
    db.pragma("wal_autocheckpoint = 250");
    migrate(db, "db/estatus");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Runs `work` in one write transaction. `durable` waits for the disk, so that what was recorded outlives a
 * power cut; a steady check does without: losing it would only shorten coverage by one interval.
 */
export function writing<T>(db: Store, durable: boolean, work: () => T): T {
  db.pragma(`synchronous = ${durable ? "FULL" : "NORMAL"}`);
  return db.transaction(work).immediate();
}

/** Runs `work`, which only reads, on one state of the store; by itself each statement would lock it anew, in 5 µs. */
export function reading<T>(db: Store, work: () => T): T {
  return db.transaction(work).deferred();
}
