import type { Db } from "../sqlite/open.ts";
import type { Change } from "./api-types.ts";

/** A change of the log, and the contacts it added, if it added some. */
export type ChangeRow = {
  readonly id: number;
  readonly kind: Change["kind"];
  readonly first_added: number | null;
  readonly last_added: number | null;
  readonly undone_by: number | null;
};

type Stretch = { readonly first_id: number; readonly last_id: number };

/** Keeps which contacts a change moved into the bin or out of it. Those it added it knows by itself. */
export function keepMoved(db: Db, change: number, ids: readonly number[]): void {
  const insert = db.prepare("INSERT INTO moved VALUES (?, ?, ?)");
  for (const { first_id, last_id } of stretchesOf(ids)) insert.run(change, first_id, last_id);
}

/** Whether a change brings contacts into the list, or takes them out of it. */
export const bringsIn = (kind: Change["kind"]) => kind === "add" || kind === "import" || kind === "restore";

/**
 * The contacts that have to move now that a change was undone, or done again: those of it that are not where the last
 * change of them that stands has put them. All of them move the same way.
 */
export function toMove(db: Db, change: ChangeRow, again: boolean): number[] {
  const areListed = bringsIn(change.kind) !== again;
  const ids = Float64Array.from(contactsOf(db, change, areListed)).sort();
  const put = placesOf(db, ids);
  return Array.from(ids.filter((_, at) => (put[at] === listed) !== areListed));
}

const [unknown, listed, binned] = [0, 1, 2] as const;

// Where each of these contacts belongs: where the newest change of it that stands has put it.
function placesOf(db: Db, ids: Float64Array): Uint8Array {
  const places = new Uint8Array(ids.length);
  if (ids.length === 0) return places;
  let open = ids.length;
  const put = ({ first_id, last_id }: Stretch, place: number) => {
    for (let at = placeFor(ids, first_id); at < ids.length && ids[at]! <= last_id; at += 1) {
      if (places[at] !== unknown) continue;
      places[at] = place;
      open -= 1;
    }
  };
  for (const move of standing(db, ids)) {
    put(move, bringsIn(move.kind) ? listed : binned);
    if (open === 0) return places;
  }
  // No other change of a contact comes before the one that added it.
  for (const added of undoneAdded(db, ids)) put(added, binned);
  return places.map((place) => (place === unknown ? listed : place));
}

/** Whether later changes that stand have moved contacts of this one, so that it is not for it to say where they are. */
export function movedSince(db: Db, change: ChangeRow): boolean {
  const all = [true, false].flatMap((areListed) => contactsOf(db, change, areListed));
  const ids = Float64Array.from(all).sort();
  for (const { change_id, first_id, last_id } of standing(db, ids)) {
    if (change_id <= change.id) return false;
    if ((ids[placeFor(ids, first_id)] ?? Infinity) <= last_id) return true;
  }
  return false;
}

/** Lets go of what the log holds of contacts that are no more: their ids, and the names that changes are called by. */
export function forgetPurged(db: Db): void {
  // An import is called by its file, any other change by one contact: the one edited, else the first it moved.
  db.exec(
    `UPDATE change SET name = '' WHERE name <> '' AND kind <> 'import' AND NOT EXISTS (
      SELECT 1 FROM contact WHERE id = CASE WHEN kind IN ('edit', 'merge')
        THEN (SELECT contact_id FROM former WHERE change_id = change.id)
        ELSE coalesce(first_added, (SELECT min(first_id) FROM moved WHERE change_id = change.id)) END
    )`,
  );
  db.exec("DELETE FROM moved WHERE NOT EXISTS (SELECT 1 FROM contact WHERE id BETWEEN first_id AND last_id)");
}

function contactsOf(db: Db, { id, first_added, last_added }: ChangeRow, areListed: boolean): number[] {
  const where = `deleted_at IS ${areListed ? "" : "NOT"} NULL`;
  const sql = `SELECT contact.id FROM moved CROSS JOIN contact ON contact.id BETWEEN first_id AND last_id
      WHERE change_id = ? AND ${where}
    UNION ALL SELECT id FROM contact NOT INDEXED WHERE id BETWEEN ? AND ? AND ${where}`;
  return db.prepare(sql).pluck().all(id, first_added, last_added) as number[];
}

// What deletions, merges and recoveries that are not undone moved among these contacts, the newest first.
function standing(
  db: Db,
  ids: Float64Array,
): Iterable<Stretch & Pick<ChangeRow, "kind"> & { readonly change_id: number }> {
  const sql = `SELECT change_id, first_id, last_id, kind FROM moved CROSS JOIN change ON change.id = change_id
    WHERE first_id <= ? AND last_id >= ? AND undone_by IS NULL ORDER BY change_id DESC`;
  return db.prepare(sql).iterate(ids.at(-1), ids[0]) as ReturnType<typeof standing>;
}

function undoneAdded(db: Db, ids: Float64Array): Stretch[] {
  const sql = `SELECT first_added AS first_id, last_added AS last_id FROM change
    WHERE undone_by IS NOT NULL AND first_added <= ? AND last_added >= ?`;
  return db.prepare(sql).all(ids.at(-1), ids[0]) as Stretch[];
}

// The place of the first id that is not smaller.
function placeFor(ids: Float64Array, id: number): number {
  let [from, to] = [0, ids.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ids[middle]! < id) from = middle + 1;
    else to = middle;
  }
  return from;
}

function* stretchesOf(ids: readonly number[]): Generator<Stretch> {
  const sorted = Float64Array.from(ids).sort();
  let first = 0;
  for (let at = 1; at <= sorted.length; at += 1) {
    if (sorted[at] === sorted[at - 1]! + 1) continue;
    yield { first_id: sorted[first]!, last_id: sorted[at - 1]! };
    first = at;
  }
}
