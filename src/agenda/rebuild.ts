import fs from "node:fs";
import path from "node:path";
import { migrate } from "../sqlite/migrate.ts";
import { openDatabase, type Db } from "../sqlite/open.ts";
import { listBackups } from "./backup.ts";
import { bothStates, isLater } from "./both-states.ts";
import { logChange } from "./change-log.ts";
import { isSound } from "./damage.ts";
import { contactsFile } from "./data-folder.ts";
import { digitsOf, fold } from "./fold.ts";
import { nothing, salvage, type Salvage, type SavedRow } from "./salvage.ts";
import { isLogLost } from "./write-ahead-log.ts";

/** What a rebuild brought back. */
export type Rebuilt = {
  /** Listed contacts that are back, and how many of them came from the backup. */
  readonly contacts: number;
  readonly fromBackup: number;
  readonly backupAt: Date | null;
  /** How many contacts are lost, bin included; null where nothing says any longer how many there were. */
  readonly lost: number | null;
  /** Where the damaged file is now; null where there was none. */
  readonly aside: string | null;
};

const companions = ["", "-wal", "-shm"];

/**
 * Puts a new database in the place of a damaged or missing one: what can be read of the file itself, and for
 * what cannot, the newest sound backup. Where the backup is later than the file, as when the file's log was lost,
 * it is the other way round. The damaged file is kept under a dated name. Ended in the middle, it leaves either
 * the damaged file in its place, to be rebuilt again, or the new one (`finishRebuild`).
 */
export function rebuild(folder: string, now: Date): Rebuilt {
  const file = contactsFile(folder);
  const isLost = isLogLost(file);
  const found = withCopy(file, salvage);
  const backup = listBackups(folder).find(({ file }) => withCopy(file, isSound)) ?? null;
  const old = backup ? withCopy(backup.file, salvage) : nothing;
  const rows = bothStates(found, old);
  const [first, second] = isLater(old, found) ? [old, found] : [found, old];
  const kept = first.kept.length > 0 ? first.kept : second.kept;
  build(`${file}.part`, { rows, kept, after: Math.max(first.lastChange ?? 0, second.lastChange ?? 0) }, now);
  fs.renameSync(`${file}.part`, `${file}.rebuilt`);
  const aside = finishRebuild(folder, now);
  const ofBackup = new Set(old.rows);
  const filled = rows.filter((row) => ofBackup.has(row));
  return {
    contacts: listed(rows),
    fromBackup: listed(filled),
    backupAt: filled.length > 0 ? backup!.at : null,
    lost: isLost || first.count === null ? null : Math.max(0, first.count - rows.length),
    aside,
  };
}

const listed = (rows: readonly SavedRow[]) => rows.filter((row) => row.deleted_at === null).length;

/** Puts a rebuilt database in its place; gives the new name of the damaged one, null where there was none. */
export function finishRebuild(folder: string, now: Date): string | null {
  const file = contactsFile(folder);
  if (!fs.existsSync(`${file}.rebuilt`)) return null;
  const aside = path.join(folder, `agenda-damaged-${now.toISOString().replaceAll(":", "-")}.db`);
  const had = fs.existsSync(file);
  // The log before the file: a log without its file is nothing, but beside a new file it would be taken for its.
  for (const end of companions.toReversed()) {
    if (fs.existsSync(file + end)) fs.renameSync(file + end, aside + end);
  }
  fs.renameSync(`${file}.rebuilt`, file);
  return had ? aside : null;
}

type State = Pick<Salvage, "rows" | "kept"> & { readonly after: number };

function build(file: string, { rows, kept, after }: State, now: Date): void {
  for (const end of companions) fs.rmSync(file + end, { force: true });
  const db = openDatabase(file);
  migrate(db, "db/agenda");
  db.transaction(() => {
    // Changes are numbered on, so that no backup of before is taken for a later state.
    db.prepare("INSERT INTO sqlite_sequence VALUES ('change', ?)").run(after);
    // What was deleted stays so; its own change is no more, and this one stands for it. It is not to be undone.
    const change = logChange(db, { kind: "restore", at: now.getTime(), count: rows.length, name: "" });
    db.prepare("UPDATE change SET undone_by = id").run();
    insertRows(db, rows, change);
    const keep = db.prepare("INSERT INTO kept VALUES (?, ?) ON CONFLICT DO NOTHING");
    for (const { name, value } of kept) keep.run(name, value);
    db.exec(
      `UPDATE tally SET listed = (SELECT count(*) FROM contact WHERE deleted_at IS NULL),
        binned = (SELECT count(*) FROM contact WHERE deleted_at IS NOT NULL)`,
    );
  })();
  // One file, so that one rename moves all of it.
  db.pragma("journal_mode = DELETE");
  db.close();
}

function insertRows(db: Db, rows: readonly SavedRow[], change: number): void {
  const insert = db.prepare(
    `INSERT INTO contact (id, name, phone, folded, digits, added_at, changed_at, deleted_at, deleted_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  for (const row of rows) {
    insert.run(
      row.id,
      row.name,
      row.phone,
      fold(row.name),
      digitsOf(row.phone),
      row.added_at,
      row.changed_at,
      row.deleted_at,
      row.deleted_at === null ? null : change,
    );
  }
}

// Reading a database may write into it or into its log; the files themselves stay as they were found.
function withCopy<T>(file: string, use: (copy: string) => T): T {
  const copy = `${file}.copy`;
  const remove = () => companions.forEach((end) => fs.rmSync(copy + end, { force: true }));
  remove();
  try {
    for (const end of ["", "-wal"]) {
      if (fs.existsSync(file + end)) fs.copyFileSync(file + end, copy + end, fs.constants.COPYFILE_EXCL);
    }
    return use(copy);
  } finally {
    remove();
  }
}
