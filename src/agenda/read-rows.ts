import type { Db } from "../sqlite/open.ts";
import type { SavedRow } from "./salvage.ts";

type Stretch = { readonly from: number; readonly to: number };

// Pages that cannot be read have a few dozen contacts each; a damaged one above them can have very many below it.
const mostFailures = 200_000;

/** All contacts that SQLite can read of a damaged database: where a stretch of them fails it is halved, down to one. */
export function readRows(db: Db): SavedRow[] {
  const select = db.prepare(
    `SELECT id, name, phone, added_at, changed_at, deleted_at FROM contact NOT INDEXED
      WHERE id BETWEEN ? AND ? ORDER BY id`,
  );
  const rows: SavedRow[] = [];
  const last = lastId(db);
  // What the file takes for its last contact need not be it. What lies beyond is read as one, or not at all: there
  // is no end to the halves of it.
  const stretches: Stretch[] = [
    { from: last + 1, to: Number.MAX_SAFE_INTEGER },
    { from: 1, to: last },
  ];
  let failures = 0;
  for (let one = stretches.pop(); one; one = stretches.pop()) {
    try {
      for (const row of select.all(one.from, one.to) as SavedRow[]) rows.push(row);
    } catch {
      failures += 1;
      if (one.from < one.to && one.to <= last && failures < mostFailures) stretches.push(...halves(one));
    }
  }
  return rows;
}

function halves({ from, to }: Stretch): Stretch[] {
  const middle = Math.floor((from + to) / 2);
  return [
    { from: middle + 1, to },
    { from, to: middle },
  ];
}

// Asked in several ways, because any page may be the damaged one; 0 where none of them answers.
function lastId(db: Db): number {
  const asked = [
    "SELECT seq FROM sqlite_sequence WHERE name = 'contact'",
    "SELECT max(id) FROM contact NOT INDEXED",
    "SELECT max(last_added) FROM change",
    "SELECT max(id) FROM contact INDEXED BY contact_by_name WHERE deleted_at IS NULL",
  ];
  return Math.max(0, ...asked.map((sql) => idFrom(db, sql)));
}

function idFrom(db: Db, sql: string): number {
  try {
    const id = db.prepare(sql).pluck().get() as number;
    return Number.isSafeInteger(id) && id < Number.MAX_SAFE_INTEGER ? id : 0;
  } catch {
    return 0;
  }
}
