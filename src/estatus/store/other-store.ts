import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { AppError, reasonOf } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import { migrate } from "../../sqlite/migrate.ts";
import { openBytes, openDatabase } from "../../sqlite/open.ts";
import type { Store } from "./store.ts";
import { takeInSteady } from "./take-in-steady.ts";

export type OtherStore = { readonly db: Store; readonly close: () => void };

/**
 * Opens the database of another machine, or a copy of one, without changing anything in its folder, with what steady
 * checks left beside it. What is older than this program is brought up to date in the copy that is read.
 * @throws AppError `no-database` where there is none that can be read, `database-newer`
 */
export function openOtherStore(file: string): OtherStore {
  try {
    if (!hasJournal(file)) return openAlone(file);
    return openAtWork(file) ?? openBesideJournal(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw noDatabase(file, error);
  }
}

/** What is said of a database that cannot be read, or not to its end: it is not this machine's to repair. */
export function noDatabase(file: string, error: unknown): AppError {
  return new AppError("no-database", text().noDatabase(file, reasonOf(error)), text().noDatabaseHint, error);
}

function hasJournal(file: string): boolean {
  return (fs.statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function openAlone(file: string): OtherStore {
  const db = upToDate(openBytes(fs.readFileSync(file)), file);
  return { db, close: () => db.close() };
}

// Somebody has it open now: with the index of its journal there, reading leaves no trace and sees one moment.
function openAtWork(file: string): OtherStore | null {
  if (!fs.existsSync(`${file}-shm`)) return null;
  try {
    const db = upToDate(openDatabase(file, { readonly: true }), file);
    return { db, close: () => db.close() };
  } catch {
    // An older schema, or a folder where not even the index may be touched: a copy will do.
    return null;
  }
}

// Whoever wrote last did not close it: the journal beside it belongs to the content.
function openBesideJournal(file: string): OtherStore {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "estatus-other-"));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    const copy = path.join(folder, "estatus.db");
    fs.copyFileSync(`${file}-wal`, `${copy}-wal`);
    fs.copyFileSync(file, copy);
    const db = upToDate(openDatabase(copy), file);
    return {
      db,
      close: () => {
        db.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function upToDate(db: Store, file: string): Store {
  try {
    if (!isStore(db)) throw new Error(text().notAStore);
    migrate(db, "db/estatus");
    showSteady(db, path.dirname(file));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

// Into a table of this connection's own, which stands before the one of that name in a file that must not be written.
function showSteady(db: Store, folder: string): void {
  db.exec(`CREATE TEMP TABLE sight AS SELECT * FROM main.sight;
    CREATE UNIQUE INDEX temp.sight_of_program ON sight (program_id)`);
  takeInSteady(db, folder);
}

function isStore(db: Store): boolean {
  const tables = db.prepare(
    "SELECT count(*) FROM sqlite_schema WHERE name IN ('program', 'sight', 'outage')",
  );
  return tables.pluck().get() === 3;
}
