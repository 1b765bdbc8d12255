import type { Db } from "../../sqlite/open.ts";
import { text as texts } from "../../locales/exchange.ts";
import { counts } from "../change-log.ts";
import type { FileKind, Reading, Unreadable } from "./reading.ts";
import { countContacts, identified, type Identified } from "./same-contact.ts";

/** What an import would do, before anything is done. */
export type Plan = {
  readonly kind: FileKind;
  readonly fresh: readonly Identified[];
  readonly duplicate: number;
  readonly unreadable: readonly Unreadable[];
};

// What a request of the page may carry; no name is longer.
const longest = 1_000;

/**
 * Sorts what a file holds into new contacts, duplicates and unreadable rows. A duplicate is listed already, or
 * came before in the file; a file that Agenda wrote has as many of a contact as there were, and so may the list.
 * `pause` is awaited after each slice with how much is done, 0 to 1: what it throws ends the work.
 */
export async function planImport(
  db: Db,
  reading: Reading,
  pause: (done: number) => Promise<void> | void,
): Promise<Plan> {
  const fresh: Identified[] = [];
  const unreadable: Unreadable[] = [];
  let duplicate = 0;
  const timesInFile = countContacts();
  const timesListed = countListed(db);
  for (const slice of reading.slices) {
    for (const found of slice.found) {
      if (found.name.length > longest || found.phone.length > longest) {
        unreadable.push({ row: found.row, reason: texts().tooLong });
        continue;
      }
      const contact = identified(found);
      const times = timesInFile(contact);
      const wanted = reading.ours ? times : 1;
      if ((times > 1 && !reading.ours) || timesListed(contact) >= wanted) duplicate++;
      else fresh.push(contact);
    }
    for (const each of slice.unreadable) unreadable.push(each);
    await pause(slice.done);
  }
  return { kind: reading.kind, fresh, duplicate, unreadable: unreadable.toSorted((a, b) => a.row - b.row) };
}

function countListed(db: Db): (contact: Identified) => number {
  if (counts(db).listed === 0) return () => 0;
  // The plus keeps SQLite from the index of names, where a thousand people called Ana stand side by side.
  const byPhone = db
    .prepare(
      `SELECT count(*) FROM contact WHERE deleted_at IS NULL AND digits <> '' AND digits = :digits
          AND +folded = :folded AND (:folded <> '' OR name = :name)`,
    )
    .pluck();
  const byName = db
    .prepare(
      `SELECT count(*) FROM contact WHERE deleted_at IS NULL AND folded = :folded
          AND digits = '' AND phone = :phone AND (:folded <> '' OR name = :name)`,
    )
    .pluck();
  return (contact) => (contact.digits === "" ? byName : byPhone).get(contact) as number;
}
