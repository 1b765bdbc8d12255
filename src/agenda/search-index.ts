import type { Db } from "../sqlite/open.ts";
import { statement } from "../sqlite/statement.ts";

/** What the search table holds of one contact: its words, and its digits three by three. */
function searchWords(folded: string, digits: string): string {
  let words = folded;
  for (let at = 0; at < digits.length; at += 1) words += ` ·${digits.slice(at, at + 3)}`;
  return words;
}

/** Adds a contact just inserted, unless older ones still wait: then it waits with them. */
export function indexNew(db: Db, id: number, folded: string, digits: string): void {
  const caughtUp = statement(db, "UPDATE tally SET indexed_to = ? WHERE indexed_to >= ?").run(id, id - 1);
  if (caughtUp.changes === 1) insert(db, id, folded, digits);
}

/** Adds a contact that comes back to the list. */
export function indexAgain(db: Db, id: number, folded: string, digits: string): void {
  if (id <= indexedTo(db)) insert(db, id, folded, digits);
}

/** Takes a contact out that leaves the list or changes. */
export function unindex(db: Db, id: number): void {
  statement(db, "DELETE FROM search WHERE rowid = ?").run(id);
}

/** Empties the search table: `indexSlice` fills it anew. Faster than taking out very many, one by one. */
export function startIndexOver(db: Db): void {
  db.exec("INSERT INTO search (search) VALUES ('delete-all'); UPDATE tally SET indexed_to = 0");
}

/** Whether the search table has every listed contact. */
export function isIndexed(db: Db): boolean {
  const last = db.prepare("SELECT max(id) FROM contact").pluck().get() as number | null;
  return indexedTo(db) >= (last ?? 0);
}

/** Adds the next `size` contacts that wait, and says whether there may be more. */
export function indexSlice(db: Db, size: number): boolean {
  return db
    .transaction(() => {
      const rows = db
        .prepare("SELECT id, folded, digits, deleted_at FROM contact WHERE id > ? ORDER BY id LIMIT ?")
        .all(indexedTo(db), size) as {
        id: number;
        folded: string;
        digits: string;
        deleted_at: number | null;
      }[];
      for (const row of rows) if (row.deleted_at === null) insert(db, row.id, row.folded, row.digits);
      const last = rows.at(-1);
      if (last) db.prepare("UPDATE tally SET indexed_to = ?").run(last.id);
      return rows.length === size;
    })
    .immediate();
}

function insert(db: Db, id: number, folded: string, digits: string): void {
  statement(db, "INSERT INTO search (rowid, words) VALUES (?, ?)").run(id, searchWords(folded, digits));
}

function indexedTo(db: Db): number {
  return db.prepare("SELECT indexed_to FROM tally").pluck().get() as number;
}
