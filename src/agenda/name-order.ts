import type { Db } from "../sqlite/open.ts";

/** The listed contacts in the order of their names, held in memory: what is found is sorted by it at once. */
export type NameOrder = {
  /** Ids, first name first. */
  readonly ids: Int32Array;
  /** The place of each id in `ids`. */
  readonly rankOf: Int32Array;
};

// One slice keeps the process busy for a few milliseconds.
const slice = 20_000;

/**
 * Reads the order in slices: each step reads one and gives null until the last gives the order. Any change of
 * a contact makes what was read so far worthless: begin again.
 */
export function readNameOrder(db: Db, listed: number): () => NameOrder | null {
  const lastId = (db.prepare("SELECT max(id) FROM contact").pluck().get() as number | null) ?? 0;
  const ids = new Int32Array(listed);
  const rankOf = new Int32Array(lastId + 1).fill(-1);
  const next = db
    .prepare(
      `SELECT id, folded FROM contact WHERE deleted_at IS NULL AND (folded, id) > (?, ?)
        ORDER BY folded, id LIMIT ${slice}`,
    )
    .raw();
  let read = 0;
  let after: [string, number] = ["", 0];
  return () => {
    const rows = next.all(after) as [number, string][];
    for (const [id] of rows) {
      rankOf[id] = read;
      ids[read] = id;
      read += 1;
    }
    const last = rows.at(-1);
    if (last) after = [last[1], last[0]];
    return rows.length < slice ? { ids, rankOf } : null;
  };
}
