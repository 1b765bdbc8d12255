import path from "node:path";
import { migrate } from "../sqlite/migrate.ts";
import { openDatabase, type Db } from "../sqlite/open.ts";
import { makeDataFolder } from "./data-folder.ts";

/**
 * Opens the contacts of a data folder for a command, beside an Agenda that may be running on them: SQLite lets
 * both read, and one write at a time.
 */
export function openForExchange(folder: string): Db {
  process.umask(0o077);
  makeDataFolder(folder);
  const db = openDatabase(path.join(folder, "agenda.db"));
  try {
    migrate(db, "db/agenda");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
