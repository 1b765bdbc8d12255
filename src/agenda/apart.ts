import { createHash } from "node:crypto";
import type { Db } from "../sqlite/open.ts";
import { contactColumns, listedContact, type ContactRow } from "./contacts.ts";
import { keep, read } from "./kept.ts";

const nobody: ReadonlySet<number> = new Set();

/** Contacts that were told apart at once, each with the mark of what it was then. */
type Told = readonly (readonly [id: number, mark: string])[];

/** What was said of contacts that look alike, as far as it still holds. */
export type Apart = {
  /** The contacts that were told apart from others. */
  readonly rows: readonly ContactRow[];
  /** The ids that a contact was told apart from. */
  readonly from: (id: number) => ReadonlySet<number>;
};

/**
 * Remembers that no two of these contacts are the same one, for as long as both are what they are now.
 * @throws AppError `no-contact` where one is not in the list.
 */
export function tellApart(db: Db, ids: readonly number[]): void {
  db.transaction(() => {
    const now = ids.map((id) => [id, markOf(listedContact(db, id))] as const);
    const before = readTold(db);
    const left = new Set(rowsOf(db, before).map(({ id }) => id));
    // Contacts that were removed for good go from here too; those in the bin may come back.
    const told = before.map((some) => some.filter(([id]) => left.has(id))).filter((some) => some.length > 1);
    keep(db, "apart", [...told, now]);
  }).immediate();
}

/** Reads who was told apart, from one contact or altogether. */
export function readApart(db: Db, one?: number): Apart {
  const told = readTold(db).filter((some) => one === undefined || some.some(([id]) => id === one));
  const rows = rowsOf(db, told);
  const marks = new Map(rows.map((row) => [row.id, markOf(row)]));
  const from = new Map<number, Set<number>>();
  for (const some of told) {
    const unchanged = some.filter(([id, mark]) => marks.get(id) === mark).map(([id]) => id);
    for (const id of unchanged) from.set(id, new Set([...(from.get(id) ?? []), ...unchanged]));
  }
  return { rows: rows.filter(({ id }) => from.has(id)), from: (id) => from.get(id) ?? nobody };
}

/**
 * The first of these contacts of which no two were told apart, at most `most`; none where all were. Once they are
 * merged or told apart in turn, the next ones are the first.
 */
export function firstNotApart(rows: readonly ContactRow[], apart: Apart, most: number): ContactRow[] {
  for (const [at, first] of rows.entries()) {
    const group = [first];
    for (const row of rows.slice(at + 1)) {
      if (group.length === most) break;
      const from = apart.from(row.id);
      if (!group.some(({ id }) => from.has(id))) group.push(row);
    }
    if (group.length > 1) return group;
  }
  return [];
}

const readTold = (db: Db) => read<readonly Told[]>(db, "apart") ?? [];

function rowsOf(db: Db, told: readonly Told[]): ContactRow[] {
  const ids = told.flatMap((some) => some.map(([id]) => id));
  if (ids.length === 0) return [];
  return db
    .prepare(`SELECT ${contactColumns} FROM contact WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids)) as ContactRow[];
}

// What it is and not when it changed, so that an edit that is undone counts for nothing; and not in letters, which
// would outlast the contact.
function markOf({ name, phone }: ContactRow): string {
  return createHash("sha256")
    .update(JSON.stringify([name, phone]))
    .digest("base64url")
    .slice(0, 16);
}
