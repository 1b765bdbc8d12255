import { openDatabase, type Db } from "../sqlite/open.ts";
import { lendFirstPage } from "./first-page.ts";
import { scanPages } from "./page-scan.ts";
import { readRows } from "./read-rows.ts";
import { isLogDamaged, mendLog, readLog } from "./write-ahead-log.ts";

/** A contact as the file has it. */
export type SavedRow = {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  readonly added_at: number;
  readonly changed_at: number;
  readonly deleted_at: number | null;
};

/** What could be read of a file. Only what several places of it agree on is more than a guess. */
export type Salvage = {
  /** What SQLite reads: the contacts as they were last. */
  readonly rows: readonly SavedRow[];
  /** What stands on pages to which nothing may lead any more, so that a contact may be there as it was before. */
  readonly loose: readonly SavedRow[];
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** How many contacts there were, bin included, where the file still knows. */
  readonly count: number | null;
  /** The number of the last change, where the file still knows: of two states the later has the greater. */
  readonly lastChange: number | null;
};

/** Of a file of which nothing can be read. */
export const nothing: Salvage = { rows: [], loose: [], kept: [], count: null, lastChange: null };

/** Reads all that can be read of a database file and its log, damaged or not. It may write into them: give it copies. */
export function salvage(file: string): Salvage {
  // Before anything else: SQLite may write into the file when it opens it, and a mended log is gone.
  const loose = scanPages(file).filter(isWhole);
  const log = readLog(file);
  const isLast = !isLogDamaged(log) || mendLog(file, log);
  const found = read(file) ?? (lendFirstPage(file) ? read(file) : null) ?? nothing;
  return { ...found, loose, count: isLast ? found.count : null };
}

/** The number of a database's last change, 0 for none. */
export function lastChangeIn(db: Db): number {
  return (
    (db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'change'").pluck().get() as
      | number
      | undefined) ?? 0
  );
}

function read(file: string): Salvage | null {
  try {
    const db = openDatabase(file);
    try {
      const rows = readRows(db).filter(isWhole);
      const count = countIn(db);
      return {
        rows,
        loose: [],
        kept: readKept(db),
        // A count of fewer than there are is none that Agenda wrote.
        count: count !== null && count >= rows.length ? count : null,
        lastChange: knownChangeIn(db),
      };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

function readKept(db: Db): Salvage["kept"] {
  const rows = attempt(() => db.prepare("SELECT name, value FROM kept").all() as Salvage["kept"]) ?? [];
  return rows.filter(({ name, value }) => typeof name === "string" && isJson(value));
}

function countIn(db: Db): number | null {
  const count = attempt(() => db.prepare("SELECT listed + binned FROM tally").pluck().get());
  return isNumber(count) ? count : null;
}

// A table that lost its pages may read as an empty one. So the changes themselves are asked too, and none at all is no
// answer; and nobody makes a million of millions.
function knownChangeIn(db: Db): number | null {
  const last = attempt(() => lastChangeIn(db));
  const greatest = attempt(() => db.prepare("SELECT coalesce(max(id), 0) FROM change").pluck().get());
  return isNumber(last) && isNumber(greatest) && last >= greatest && last > 0 && last < 1e12 ? last : null;
}

// A damaged page may still be read, and give what nobody wrote.
function isWhole(row: SavedRow): boolean {
  const texts = [row.name, row.phone].every((text) => typeof text === "string" && !text.includes("\uFFFD"));
  const times = [row.added_at, row.changed_at, row.deleted_at ?? 0].every(Number.isSafeInteger);
  return texts && times && row.id > 0 && Number.isSafeInteger(row.id);
}

const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isJson(value: unknown): boolean {
  return typeof value === "string" && attempt(() => JSON.parse(value) as unknown) !== undefined;
}

function attempt<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}
