import { migrate } from "../../src/sqlite/migrate.ts";
import { openDatabase, type Db } from "../../src/sqlite/open.ts";

/** A real, empty agenda.db that lives in memory. */
export function memoryDb(): Db {
  const db = openDatabase(":memory:");
  migrate(db, "db/agenda");
  return db;
}
