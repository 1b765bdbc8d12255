import fs from "node:fs";
import path from "node:path";
import { AppError, reasonOf } from "../../app-error.ts";
import { text } from "../../locales/doctor.ts";
import { reasonText } from "../../locales/reason.ts";
import { text as storeText } from "../../locales/store.ts";
import { isHeld } from "../../sqlite/lock-file.ts";
import { setAsideIfDamaged } from "../store/set-aside.ts";
import { hasStore } from "../store/store-file.ts";
import { openStore } from "../store/store.ts";
import { SPOOL_FILE, TAKING_FILE } from "../store/spool-file.ts";
import { takeInSpool } from "../store/take-in-spool.ts";
import { failure, ok, warning, type Examine, type Examination, type Finding } from "./finding.ts";
import { makeFolders } from "../../make-folders.ts";

/** Below this, in bytes, a disk may be full before the day is over. */
const LITTLE_SPACE = 50_000_000;

/** Whether what is seen can be recorded: folder, free space, the database itself, and what waits in the spool. */
export const examineStore: Examine = (examination) => {
  const folder = folderFinding(examination);
  if (folder.level === "failure") return [folder];
  return [folder, space(examination), database(examination), spool(examination)];
};

function folderFinding({ folder }: Examination): Finding {
  try {
    makeFolders(folder, 0o700);
    fs.accessSync(folder, fs.constants.W_OK);
    const { mode } = fs.statSync(folder);
    if (process.platform !== "win32" && (mode & 0o022) !== 0) {
      return warning("folder", text().openFolder(folder), text().openFolderCure(folder));
    }
    return ok("folder", text().folder(folder));
  } catch (error) {
    return failure("folder", text().noFolder(folder, reasonOf(error)), text().noFolderCure);
  }
}

function space({ folder }: Examination): Finding {
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = bavail * bsize;
  const megabytes = Math.floor(free / 1_000_000);
  return free < LITTLE_SPACE
    ? warning("space", text().littleSpace(megabytes), text().littleSpaceCure)
    : ok("space", text().space(megabytes));
}

function database({ folder, repair }: Examination): Finding {
  if (!hasStore(folder)) return ok("store", text().noStoreYet);
  try {
    const aside = repair ? setAsideIfDamaged(folder, 5_000) : null;
    if (aside !== null) return ok("store", storeText().setAside(aside));
    const db = openStore(folder);
    try {
      const verdict = db.pragma("quick_check(1)", { simple: true }) as string;
      return verdict === "ok"
        ? ok("store", text().store)
        : failure("store", text().damaged(verdict), text().damagedCure);
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof AppError) return failure("store", error.message, error.hint);
    if (isHeld(error)) return warning("store", text().busy, text().busyCure);
    return failure("store", text().damaged(reasonOf(error)), text().damagedCure);
  }
}

function spool(examination: Examination): Finding {
  const folders = [examination.folder, examination.fallbackFolder];
  try {
    if (examination.repair && waiting(folders)) takeIn(examination, folders);
  } catch (error) {
    return stays(error);
  }
  return waiting(folders) ? warning("spool", text().spool, text().spoolCure) : ok("spool", text().noSpool);
}

function takeIn({ folder, config }: Examination, folders: readonly string[]): void {
  const db = openStore(folder);
  try {
    takeInSpool(db, folders, config?.programs ?? []);
  } finally {
    db.close();
  }
}

function stays(error: unknown): Finding {
  if (error instanceof AppError) return warning("spool", text().spool, error.hint);
  const sentence = storeText().spoolStays(reasonText(reasonOf(error)));
  return warning("spool", sentence, isHeld(error) ? text().busyCure : text().spoolStaysCure);
}

// A check that was killed while it took the spool in leaves it under its other name.
const waiting = (folders: readonly string[]) =>
  folders.some((folder) => [SPOOL_FILE, TAKING_FILE].some((file) => fs.existsSync(path.join(folder, file))));
