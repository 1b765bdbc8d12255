import fs from "node:fs";
import { AppError, reasonOf } from "../app-error.ts";
import { text } from "../locales/agenda.ts";
import { migrate } from "../sqlite/migrate.ts";
import { openBytes, openDatabase, type Db } from "../sqlite/open.ts";
import type { Restored } from "./api-types.ts";
import { contactsFile, mustBeWritable } from "./data-folder.ts";
import { openContacts, speakAsChosen, whatCameBack } from "./open-contacts.ts";
import { isUnwritable } from "./unwritable.ts";
import { isUsable } from "./usable.ts";
import { readWithLog } from "./write-ahead-log.ts";

type Opened = { readonly db: Db; readonly restored: Restored };

/**
 * Opens the contacts; where nothing can be written, so that they can be read at least. On a full disk changes are
 * refused until there is room, anywhere else (`hasLock` is false where not even a lock could be had) for good.
 * @throws AppError `cannot-open` or `data-folder` where they cannot be read either.
 */
export async function openAnyhow(folder: string, hasLock: boolean): Promise<Opened> {
  let mayWrite = false;
  let reason: unknown = new Error("lock.db cannot be written");
  try {
    mustBeWritable(folder);
    mayWrite = hasLock;
    if (hasLock) return await openContacts(folder);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    reason = error;
  }
  const opened =
    (mayWrite && read(folder, openAlone, text().noRoom)) || read(folder, openCopy, text().readOnly);
  if (opened) return opened;
  if (fs.existsSync(contactsFile(folder)))
    throw new AppError("cannot-open", text().cannotOpen(folder), text().cannotOpenHint, reason);
  throw new AppError("data-folder", text().noFolder(folder, reasonOf(reason)), text().noFolderHint, reason);
}

function read(folder: string, open: (file: string) => Db, note: string): Opened | null {
  const file = contactsFile(folder);
  try {
    if (!fs.existsSync(file) || fs.statSync(file).size === 0 || !isUsable(folder, open)) return null;
    const db = open(file);
    speakAsChosen(db);
    return { db, restored: { ...whatCameBack(db, null), note } };
  } catch (error) {
    if (error instanceof AppError) throw error;
    return null;
  }
}

// What several connections share of a log takes room on the disk; what one has for itself does not.
function openAlone(file: string): Db {
  const db = openDatabase(file, { alone: true });
  try {
    migrate(db, "db/agenda");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function openCopy(file: string): Db {
  const db = openBytes(readWithLog(file));
  migrate(db, "db/agenda");
  // What only a memory keeps must not be taken for saved.
  db.pragma("query_only = ON");
  return db;
}
