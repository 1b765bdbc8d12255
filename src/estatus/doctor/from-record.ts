import { openOwnStore } from "../store/open-own.ts";
import { hasStore } from "../store/store-file.ts";
import type { Store } from "../store/store.ts";

/**
 * What `read` finds in the record of a data folder: `none` where there is no record yet, `unreadable` where it cannot be
 * read. The record's own examination says why.
 */
export function fromRecord<T>(folder: string, read: (db: Store) => T, none: T, unreadable: T): T {
  if (!hasStore(folder)) return none;
  try {
    const db = openOwnStore(folder);
    try {
      return read(db);
    } finally {
      db.close();
    }
  } catch {
    return unreadable;
  }
}
