import { openBytes, openDatabase, type Db } from "../sqlite/open.ts";

const every = 2_000;

/** Whether these contacts are a copy in memory, of which nothing is kept. */
export const isCopy = (db: Db): boolean => db.memory;

/** Throws what SQLite throws of a change where these contacts are a copy: what is written elsewhere would not be in it. */
export function mustKeep(db: Db): void {
  if (isCopy(db)) throw Object.assign(new Error("a copy in memory"), { code: "SQLITE_READONLY" });
}

/** Whether no other connection can read this database: it is a copy in memory, or was opened on a full disk. */
export const isAlone = (db: Db): boolean =>
  isCopy(db) || db.pragma("locking_mode", { simple: true }) === "exclusive";

/** Opens the contacts once more, to read one state of them whatever is changed meanwhile. */
export function openBeside(db: Db): Db {
  return isAlone(db) ? openBytes(db.serialize()) : openDatabase(db.name, { readonly: true });
}

/** Has contacts that were opened on a full disk shared with other connections as soon as there is room for it. */
export function shareWhenThereIsRoom(db: Db, open: DisposableStack): void {
  if (isCopy(db) || !isAlone(db)) return;
  const timer = setInterval(() => {
    if (share(db)) clearInterval(timer);
  }, every).unref();
  open.defer(() => clearInterval(timer));
}

// SQLite changes the way it locks only while there is no log.
function share(db: Db): boolean {
  try {
    db.pragma("journal_mode = DELETE");
    db.pragma("locking_mode = NORMAL");
    db.prepare("SELECT 1 FROM sqlite_schema").get();
    return db.pragma("journal_mode = WAL", { simple: true }) === "wal" && !isAlone(db);
  } catch {
    // Still no room, or a statement is under way.
    return false;
  }
}
