import fs from "node:fs";
import { codeOf } from "../app-error.ts";
import { listResources } from "../resources.ts";
import type { Db } from "../sqlite/open.ts";
import { listBackups } from "./backup.ts";
import { counts } from "./change-log.ts";
import { isDamage, wasDamageNoted } from "./damage.ts";
import { contactsFile } from "./data-folder.ts";
import { readView } from "./kept.ts";
import { lastChangeIn } from "./salvage.ts";
import { isLogDamaged, isLogLost, readLog } from "./write-ahead-log.ts";

// Checked as a whole at each launch, in a few hundredths of a second. A larger file is checked when damage was met.
const checkedAlways = 4_000_000;

/** Whether the contacts of a folder are there and sound. Throws what keeps `open` from opening a file that is. */
export function isUsable(folder: string, open: (file: string) => Db): boolean {
  const file = contactsFile(folder);
  if (!fs.existsSync(file)) return listBackups(folder).length === 0;
  // Asked before SQLite opens the file: it takes in what it can of a damaged log, and says nothing of the rest.
  if (isLogDamaged(readLog(file)) || isLogLost(file)) return false;
  try {
    const db = open(file);
    try {
      const version = db.pragma("user_version", { simple: true }) as number;
      if (version === 0) return isFirstLaunch(db, folder);
      // A newer program's file is as good as it was; it is refused elsewhere.
      if (version > listResources("db/agenda", ".sql").length) return true;
      counts(db);
      readView(db);
      if (isBehindBackup(db, folder, open)) return false;
      if (fs.statSync(file).size > checkedAlways && !wasDamageNoted(folder)) return true;
      return db.pragma("integrity_check", { simple: true }) === "ok";
    } finally {
      db.close();
    }
  } catch (error) {
    // A full disk, for one, is not cured by rebuilding. A statement that fails because a table is not there is.
    if (isDamage(error) || codeOf(error) === "SQLITE_ERROR" || error instanceof SyntaxError) return false;
    throw error;
  }
}

// A log that is gone took along what was in it, and left a file that is sound, and older than it was.
function isBehindBackup(db: Db, folder: string, open: (file: string) => Db): boolean {
  const [last] = listBackups(folder);
  if (!last) return false;
  try {
    const backup = open(last.file);
    try {
      return lastChangeIn(backup) > lastChangeIn(db);
    } finally {
      backup.close();
    }
  } catch {
    return false;
  }
}

// An empty file is what a first launch leaves that was ended before its first commit, or an accident.
function isFirstLaunch(db: Db, folder: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema").get() === undefined && listBackups(folder).length === 0;
}
