import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../app-error.ts";
import { isDamage } from "./damage.ts";
import { openDatabase, type Db } from "../sqlite/open.ts";

/** Held for the life of the process; the operating system takes it back however the process ends. */
export type Lock = { readonly release: () => void };

/**
 * Takes the lock that makes this process the only Agenda of its data folder, or returns null where another
 * process has it. An open write transaction is a lock that no kill leaves behind and no pid reuse confuses.
 */
export function takeLock(folder: string): Lock | null {
  const file = path.join(folder, "lock.db");
  try {
    return lock(file);
  } catch (error) {
    if (codeOf(error).startsWith("SQLITE_BUSY")) return null;
    if (!isDamage(error)) throw error;
    // There is nothing in it: whoever holds a lock has a file that is whole.
    for (const end of ["", "-wal", "-shm"]) fs.rmSync(file + end, { force: true });
    return lock(file);
  }
}

function lock(file: string): Lock {
  let db: Db | undefined;
  try {
    db = openDatabase(file, { timeout: 0 });
    db.exec("BEGIN IMMEDIATE");
    const held = db;
    return { release: () => held.close() };
  } catch (error) {
    db?.close();
    throw error;
  }
}
