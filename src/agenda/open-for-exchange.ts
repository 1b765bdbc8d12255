import { migrate } from "../sqlite/migrate.ts";
import { openDatabase, type Db } from "../sqlite/open.ts";
import { contactsFile, makeDataFolder, mustBeWritable } from "./data-folder.ts";
import { takeLock } from "./only-one.ts";
import { openAnyhow } from "./open-anyhow.ts";
import { openContacts } from "./open-contacts.ts";

/**
 * Opens the contacts of a data folder for a command. Where no Agenda runs, what is damaged is rebuilt as at a
 * launch, and `note` says so; beside one that runs, SQLite lets both read, and one write at a time.
 * `only: "read"` also opens what cannot be written.
 */
export async function openForExchange(
  folder: string,
  only?: "read",
): Promise<{ db: Db; note: string | undefined }> {
  process.umask(0o077);
  makeDataFolder(folder);
  if (!only) mustBeWritable(folder);
  const lock = takeLock(folder);
  try {
    if (lock) {
      const { db, restored } = await (only ? openAnyhow(folder, lock.mayWrite) : openContacts(folder));
      return { db, note: restored.note };
    }
  } finally {
    // An Agenda that is launched while the command goes on need not wait for it.
    lock?.release();
  }
  const db = openDatabase(contactsFile(folder));
  try {
    migrate(db, "db/agenda");
    return { db, note: undefined };
  } catch (error) {
    db.close();
    throw error;
  }
}
