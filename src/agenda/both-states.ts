import type { Salvage, SavedRow } from "./salvage.ts";

/**
 * All contacts of a damaged file and of its backup, each as it was last. One that only the backup has was lost with the
 * damage, unless as many could be read of the file as it says there were: then it was removed for good.
 */
export function bothStates(found: Salvage, backup: Salvage): SavedRow[] {
  if (isLater(backup, found)) {
    const rows = byId([...found.rows, ...backup.rows]);
    put(rows, found.loose, (row, other) => row.changed_at > other.changed_at);
    return inOrder(rows);
  }
  const read = byId(found.rows);
  if (found.lastChange !== null && found.count === read.size) return inOrder(read);
  const rows = byId(backup.rows);
  const isNotOlder: Rule = (row, other) => row.changed_at >= other.changed_at;
  put(rows, found.loose, isNotOlder);
  // Without a number of its last change the file may be the earlier state, as where its log is gone too.
  put(rows, found.rows, found.lastChange === null ? isNotOlder : () => true);
  return inOrder(rows);
}

/** Whether a state is known to be later than another one. */
export function isLater(state: Salvage, than: Salvage): boolean {
  return than.lastChange !== null && (state.lastChange ?? 0) > than.lastChange;
}

/** Whether a row takes the place of another one of the same contact. */
type Rule = (row: SavedRow, other: SavedRow) => boolean;

function put(rows: Map<number, SavedRow>, some: readonly SavedRow[], wins: Rule): void {
  for (const row of some) {
    const other = rows.get(row.id);
    if (!other || wins(row, other)) rows.set(row.id, row);
  }
}

const byId = (rows: readonly SavedRow[]) => new Map(rows.map((row) => [row.id, row]));

const inOrder = (rows: Map<number, SavedRow>) => [...rows.values()].toSorted((a, b) => a.id - b.id);
