import fs from "node:fs";
import { migrate } from "../sqlite/migrate.ts";
import { openDatabase } from "../sqlite/open.ts";

/**
 * Gives a file whose first page is damaged that of a new database. It says where the tables begin, and they
 * begin where the migrations put them, in every database alike. False where that cannot be done.
 */
export function lendFirstPage(file: string): boolean {
  const fresh = `${file}.fresh`;
  try {
    const db = openDatabase(fresh);
    migrate(db, "db/agenda");
    db.pragma("journal_mode = DELETE");
    db.close();
    const page = fs.readFileSync(fresh).subarray(0, 4_096);
    // A size of 0 in the header is taken from the file itself.
    page.writeUInt32BE(0, 28);
    const handle = fs.openSync(file, "r+");
    fs.writeSync(handle, page, 0, page.length, 0);
    fs.closeSync(handle);
    return true;
  } catch {
    return false;
  } finally {
    fs.rmSync(fresh, { force: true });
  }
}
