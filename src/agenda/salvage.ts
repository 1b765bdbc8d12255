import fs from "node:fs";
import { migrate } from "../sqlite/migrate.ts";
import { openDatabase, type Db } from "../sqlite/open.ts";
import { scanPages } from "./page-scan.ts";

/** A contact as the file has it. */
export type SavedRow = {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  readonly added_at: number;
  readonly changed_at: number;
  readonly deleted_at: number | null;
};

/** What could be read of a file. Ids inside a gap could not be, and may or may not have been there. */
export type Salvage = {
  readonly rows: readonly SavedRow[];
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** How many contacts there were, bin included, where the file still knows. */
  readonly count: number | null;
  /** The number of the last change, where the file still knows: of two states the later has the greater. */
  readonly lastChange: number | null;
};

/** Of a file of which nothing can be read. */
export const nothing: Salvage = {
  rows: [],
  gaps: [{ from: 1, to: Number.MAX_SAFE_INTEGER }],
  kept: [],
  count: null,
  lastChange: null,
};

/** Reads all that can be read of a database file, damaged or not. It may write into the file: give it a copy. */
export function salvage(file: string): Salvage {
  // Before anything else: SQLite may write into the file when it opens it.
  const scanned = scanPages(file);
  const found = read(file) ?? (lendFirstPage(file) ? read(file) : null) ?? nothing;
  const missed = scanned.filter((row) => isInGap(row.id, found));
  return { ...found, rows: [...found.rows, ...missed] };
}

/** Whether this id is one that could not be read in the regular way. */
export function isInGap(id: number, { gaps }: Pick<Salvage, "gaps">): boolean {
  return gaps.some(({ from, to }) => id >= from && id <= to);
}

function read(file: string): Salvage | null {
  try {
    const db = openDatabase(file);
    try {
      const { rows, gaps } = readRows(db);
      const kept = attempt(() => db.prepare("SELECT name, value FROM kept").all(), []) as Salvage["kept"];
      const count = attempt(() => db.prepare("SELECT listed + binned FROM tally").pluck().get(), null);
      const lastChange = attempt(() => lastChangeIn(db), null);
      return { rows, gaps, kept, count: count as number | null, lastChange };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** The number of a database's last change, 0 for none. */
export function lastChangeIn(db: Db): number {
  return (
    (db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'change'").pluck().get() as
      | number
      | undefined) ?? 0
  );
}

// Where a stretch cannot be read it is halved, until what is left out is as small as can be.
function readRows(db: Db): Pick<Salvage, "rows" | "gaps"> {
  const select = db.prepare(
    `SELECT id, name, phone, added_at, changed_at, deleted_at FROM contact NOT INDEXED
      WHERE id BETWEEN ? AND ? ORDER BY id`,
  );
  const rows: SavedRow[] = [];
  const gaps: { from: number; to: number }[] = [];
  const stretches = [{ from: 1, to: lastId(db) }];
  for (let one = stretches.pop(); one; one = stretches.pop()) {
    try {
      for (const row of select.all(one.from, one.to) as SavedRow[]) if (isWhole(row)) rows.push(row);
    } catch {
      if (one.from === one.to) gaps.push(one);
      else {
        const middle = Math.floor((one.from + one.to) / 2);
        stretches.push({ from: middle + 1, to: one.to }, { from: one.from, to: middle });
      }
    }
  }
  return { rows, gaps };
}

// Asked in several ways, because any page may be the damaged one.
function lastId(db: Db): number {
  const asked = [
    "SELECT seq FROM sqlite_sequence WHERE name = 'contact'",
    "SELECT max(id) FROM contact NOT INDEXED",
    "SELECT max(last_added) FROM change",
    "SELECT max(id) FROM contact INDEXED BY contact_by_name WHERE deleted_at IS NULL",
  ];
  const found = asked
    .map((sql) => attempt(() => db.prepare(sql).pluck().get(), 0))
    .filter(Number.isSafeInteger);
  return Math.max(1, ...(found as number[]));
}

// A damaged page may still be read, and give what nobody wrote.
function isWhole(row: SavedRow): boolean {
  const texts = [row.name, row.phone].every((text) => typeof text === "string" && !text.includes("\uFFFD"));
  return texts && Number.isSafeInteger(row.added_at) && Number.isSafeInteger(row.changed_at);
}

/**
 * Gives a file whose first page is damaged that of a new database. It says where the tables begin, and they
 * begin where the migrations put them, in every database alike.
 */
function lendFirstPage(file: string): boolean {
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

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
