import fs from "node:fs";
import path from "node:path";
import { codeOf } from "../app-error.ts";
import { writeNewFile } from "../replace-file.ts";
import { openDatabase } from "../sqlite/open.ts";

/** Whether something failed because a database file is damaged. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(codeOf(error));
}

/** Whether a database passes SQLite's whole check; one that cannot even be opened does not. */
export function isSound(file: string): boolean {
  try {
    const db = openDatabase(file);
    try {
      return (
        db.pragma("integrity_check", { simple: true }) === "ok" &&
        db.pragma("user_version", { simple: true }) !== 0
      );
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/** What to throw where a copy turns out not to be sound: what it is a copy of is not, either. */
export function unsound(file: string): Error {
  return Object.assign(new Error(`${path.basename(file)} is not sound`), { code: "SQLITE_CORRUPT" });
}

// Damage met while Agenda runs is noted for the next launch, which then checks the whole file whatever its size.
const noteIn = (folder: string) => path.join(folder, "check-contacts");

/** Has the next launch check the whole file. */
export function noteDamage(folder: string): void {
  try {
    writeNewFile(noteIn(folder), "");
  } catch {
    // The next launch meets the damage itself.
  }
}

/** Whether a launch before this one met damage. */
export function wasDamageNoted(folder: string): boolean {
  return fs.existsSync(noteIn(folder));
}

/** The file was checked. */
export function forgetDamage(folder: string): void {
  fs.rmSync(noteIn(folder), { force: true });
}
