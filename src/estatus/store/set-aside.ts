import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../../app-error.ts";
import { tryLock } from "./lock.ts";
import { STORE_FILE } from "./store-file.ts";
import { openStore } from "./store.ts";

/** Sets the store in `folder` aside where a check of all its pages finds damage; a check that met some asks for it. */
export function setAsideIfDamaged(folder: string, patience: number): string | null {
  return setAside(folder, () => {
    const db = openStore(folder, { timeout: patience });
    try {
      const verdict = db.pragma("integrity_check(1)", { simple: true });
      if (verdict !== "ok") throw Object.assign(new Error(String(verdict)), { code: "SQLITE_CORRUPT" });
    } finally {
      db.close();
    }
  });
}

/**
 * Moves a corrupt store under a dated name, never deleting it, so that a fresh one can begin. Of several checks
 * that found it corrupt one does it: `probe` opens the store again under the lock, and fails if it still is.
 * @returns the new name, or null where another process was faster
 */
export function setAside(folder: string, probe: () => void): string | null {
  const lock = tryLock(folder, "set-aside", 0);
  if (lock === null) return null;
  try {
    try {
      probe();
      return null;
    } catch (error) {
      if (!isCorrupt(error)) throw error;
    }
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
    const aside = path.join(folder, `estatus.corrupt-${stamp}.db`);
    // The log files first: left behind, they would be replayed into the fresh database.
    for (const suffix of ["-wal", "-shm", ""]) {
      const file = path.join(folder, `${STORE_FILE}${suffix}`);
      if (fs.existsSync(file)) fs.renameSync(file, `${aside}${suffix}`);
    }
    return aside;
  } finally {
    lock.release();
  }
}

/** Whether a database error says that the file itself is damaged or no database at all. */
export function isCorrupt(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
}
