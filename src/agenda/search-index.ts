import type { Db } from "../sqlite/open.ts";
import { prepared } from "../sqlite/prepared.ts";

/** What the search table holds of one contact: its words, and its digits three by three. */
function searchWords(folded: string, digits: string): string {
  let words = folded;
  for (let at = 0; at < digits.length; at += 1) words += ` ·${digits.slice(at, at + 3)}`;
  return words;
}

/** Adds a contact that comes back to the list. */
export function indexAgain(db: Db, id: number, folded: string, digits: string): void {
  if (id <= indexedTo(db)) insert(db, id, folded, digits);
}

/** Takes a contact out that leaves the list or changes. */
export function unindex(db: Db, id: number): void {
  prepared(db, "DELETE FROM search WHERE rowid = ?").run(id);
}

/** Empties the search table: `indexSlice` fills it anew. Faster than taking out very many, one by one. */
export function startIndexOver(db: Db): void {
  db.exec("INSERT INTO search (search) VALUES ('delete-all'); UPDATE tally SET indexed_to = 0");
}

/**
 * How many contacts the search table does not have yet, at most, and after which id they come. A contact just saved is one
 * of them for a moment: to take it in is as much work as to save it, and nobody needs to wait for that.
 */
export function waiting(db: Db): { count: number; after: number } {
  const last = (db.prepare("SELECT max(id) FROM contact").pluck().get() as number | null) ?? 0;
  const after = indexedTo(db);
  return { count: Math.max(0, last - after), after };
}

/** Whether the search table has every listed contact. */
export const isIndexed = (db: Db) => waiting(db).count === 0;

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
  prepared(db, "INSERT INTO search (rowid, words) VALUES (?, ?)").run(id, searchWords(folded, digits));
}

function indexedTo(db: Db): number {
  return db.prepare("SELECT indexed_to FROM tally").pluck().get() as number;
}
