import path from "node:path";
import { isSea } from "node:sea";
import Database from "better-sqlite3";
import { codeOf } from "../app-error.ts";
import { monotonic } from "../monotonic.ts";

export type Db = Database.Database;

/** A prepared statement that takes any values. */
export type Statement = Database.Statement<unknown[]>;

export type OpenOptions = {
  readonly readonly?: boolean;
  /** How long a statement waits for another process's lock, in milliseconds. */
  readonly timeout?: number;
  /** `memory` where the file only carries a lock and never any content. */
  readonly journal?: "wal" | "memory";
  /** Shares the file with no other connection: then a log needs no shared memory, which takes room on the disk. */
  readonly alone?: boolean;
};

// A single executable cannot `require` its addon from node_modules: it lies in `native/` beside it.
function native(): { nativeBinding?: string } {
  if (!isSea()) return {};
  const addon = { exports: {} };
  process.dlopen(addon, path.join(path.dirname(process.execPath), "native", "better_sqlite3.node"));
  return { nativeBinding: addon.exports as unknown as string };
}

/**
 * Opens a SQLite file, in WAL mode unless told otherwise. `synchronous` is left at FULL: whoever can afford to lose the
 * last commit at a power cut says so. Throws better-sqlite3's SqliteError.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Db {
  const { readonly = false, timeout = 5_000, journal = "wal", alone = false } = options;
  const db = new Database(file, { readonly, timeout, ...native() });
  try {
    if (alone) db.pragma("locking_mode = EXCLUSIVE");
    if (!readonly) setJournal(db, journal, monotonic() + timeout);
    db.pragma("synchronous = FULL");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

// Two that make one new file at the same instant are in each other's way, and SQLite tells one of them so at once.
function setJournal(db: Db, journal: string, until: number): void {
  for (;;) {
    try {
      db.pragma(`journal_mode = ${journal}`);
      return;
    } catch (error) {
      if (codeOf(error) !== "SQLITE_BUSY" || monotonic() >= until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/**
 * Opens what a SQLite file holds without touching the file: a copy in memory, of which nothing is kept. `bytes`
 * is the whole file; what a journal beside it still holds is not in it. Throws SqliteError.
 */
export function openBytes(bytes: Buffer, timeout = 5_000): Db {
  return new Database(outOfWal(bytes), { timeout, ...native() });
}

/** A new database that no file keeps. */
export function openMemory(): Db {
  return new Database(":memory:", native());
}

// A file in WAL mode says so in these two bytes, and a memory has no place for a WAL.
function outOfWal(bytes: Buffer): Buffer {
  if (bytes.length < 20 || (bytes[18] === 1 && bytes[19] === 1)) return bytes;
  const copy = Buffer.from(bytes);
  return copy.fill(1, 18, 20);
}
