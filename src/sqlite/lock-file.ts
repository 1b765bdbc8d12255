import { codeOf } from "../app-error.ts";
import { openDatabase } from "./open.ts";

/** Held until it is released; the operating system takes it back however the process ends. */
export type Lock = { readonly release: () => void };

/**
 * Locks a file that holds nothing, by an exclusive transaction on it as a database: no kill leaves that behind, and no
 * reuse of a pid confuses it. Waits for it at most `patience` ms. Throws SqliteError (see `isHeld`).
 */
export function lockFile(file: string, patience: number): Lock {
  const db = openDatabase(file, { timeout: patience, journal: "memory" });
  try {
    db.exec("BEGIN EXCLUSIVE");
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Whether that failed because another process holds the lock. */
export function isHeld(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}
