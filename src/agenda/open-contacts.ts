import fs from "node:fs";
import { codeOf } from "../app-error.ts";
import { text } from "../locales/agenda.ts";
import { listResources } from "../resources.ts";
import { migrate } from "../sqlite/migrate.ts";
import { openDatabase, type Db } from "../sqlite/open.ts";
import type { Restored } from "./api-types.ts";
import { backUp, listBackups } from "./backup.ts";
import { counts } from "./change-log.ts";
import { forgetDamage, isDamage, wasDamageNoted } from "./damage.ts";
import { contactsFile } from "./data-folder.ts";
import { readDraft, readView } from "./kept.ts";
import { finishRebuild, rebuild, type Rebuilt } from "./rebuild.ts";
import { lastChangeIn } from "./salvage.ts";
import { isLogDamaged, readLog } from "./write-ahead-log.ts";

// Checked as a whole at each launch, in a few hundredths of a second. A larger file is checked when damage was met.
const checkedAlways = 4_000_000;

/** Opens the contacts, rebuilding what is damaged, and says what came back. */
export async function openContacts(folder: string): Promise<{ db: Db; restored: Restored }> {
  const rebuilt = rebuildIfNeeded(folder);
  const db = openDatabase(contactsFile(folder));
  try {
    // Enough for the indexes of a million contacts; taken only as it is needed.
    db.pragma("cache_size = -65536");
    db.pragma("journal_size_limit = 67108864");
    const version = db.pragma("user_version", { simple: true }) as number;
    if (version > 0 && version < listResources("db/agenda", ".sql").length)
      await backUp(db, folder, new Date());
    migrate(db, "db/agenda");
    const { language } = readView(db);
    if (language) process.env["ESTATUS_LANG"] = language;
    return { db, restored: whatCameBack(db, rebuilt) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function rebuildIfNeeded(folder: string): Rebuilt | null {
  const now = new Date();
  finishRebuild(folder, now);
  const rebuilt = isUsable(folder) ? null : rebuild(folder, now);
  forgetDamage(folder);
  return rebuilt;
}

function isUsable(folder: string): boolean {
  const file = contactsFile(folder);
  if (!fs.existsSync(file)) return listBackups(folder).length === 0;
  // Asked before SQLite opens the file: it takes in what it can of a damaged log, and says nothing of the rest.
  if (isLogDamaged(readLog(file))) return false;
  try {
    const db = openDatabase(file);
    try {
      const version = db.pragma("user_version", { simple: true }) as number;
      if (version === 0) return isFirstLaunch(db, folder);
      // A newer program's file is as good as it was; it is refused elsewhere.
      if (version > listResources("db/agenda", ".sql").length) return true;
      counts(db);
      readView(db);
      if (isBehindBackup(db, folder)) return false;
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
function isBehindBackup(db: Db, folder: string): boolean {
  const [last] = listBackups(folder);
  if (!last) return false;
  try {
    const backup = openDatabase(last.file);
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

function whatCameBack(db: Db, rebuilt: Rebuilt | null): Restored {
  const back = { contacts: counts(db).listed, draft: readDraft(db) !== null };
  if (!rebuilt) return { ...back, integrity: "ok", lost: 0 };
  return { ...back, integrity: "rebuilt", lost: rebuilt.lost ?? 0, note: text().rebuilt(rebuilt) };
}
