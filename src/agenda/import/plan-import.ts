import { AppError } from "../../app-error.ts";
import type { Db } from "../../sqlite/open.ts";
import { text as texts } from "../../locales/exchange.ts";
import { counts } from "../change-log.ts";
import type { FileKind, Reading, Unreadable } from "./reading.ts";
import type { HomeNumbers } from "../home-numbers.ts";
import { longestRow, tableImage, type TableImage } from "../../sqlite/table-image.ts";
import type { ContactFields } from "../api-types.ts";
import type { ReadAs } from "../exchange-types.ts";
import { contactBytes, textAt } from "./contact-bytes.ts";
import { countContacts, type Counter } from "./same-contact.ts";

/** What an import would do, before anything is done. */
export type Plan = {
  readonly kind: FileKind;
  /** What `adding` takes: a table of the new contacts, and the first of them to be shown. */
  readonly fresh: TableImage;
  readonly sample: readonly ContactFields[];
  readonly duplicate: number;
  readonly unreadable: readonly Unreadable[];
  readonly readAs: ReadAs | null;
};

// What a request of the page may carry; no name is longer.
const longest = 1_000;
const sampled = 5;

/** The new contacts of an import, as they are to be stored, and ready to be taken in by SQLite. */
export function foundTable(): TableImage {
  return tableImage("found", ["name", "phone", "folded", "digits"]);
}

/**
 * Sorts what a file holds into new contacts, duplicates and unreadable rows. A duplicate is listed already, or
 * came before in the file, its phone written with the code of its country or without; a file that Agenda wrote has
 * as many of a contact as there were, and so may the list.
 * `pause` is awaited after each slice with how much is done, 0 to 1: what it throws ends the work.
 */
export async function planImport(
  db: Db,
  reading: Reading,
  home: HomeNumbers,
  pause: (done: number) => Promise<void> | void,
): Promise<Plan> {
  const fresh = foundTable();
  const sample: ContactFields[] = [];
  const unreadable: Unreadable[] = [];
  let duplicate = 0;
  const timesInFile = countContacts();
  const timesListed = countListed(db, home);
  for (const slice of reading.slices) {
    for (const found of slice.found) {
      const contact = isLong(found) ? null : contactBytes(found.name, found.phone);
      if (!contact || contact.ends[3]! > longestRow) {
        unreadable.push({ row: found.row, reason: texts().tooLong });
        continue;
      }
      const idle = home.idle(found.phone);
      const times = timesInFile(contact, idle);
      const wanted = reading.ours ? times : 1;
      if ((times > 1 && !reading.ours) || timesListed(contact, idle) >= wanted) duplicate++;
      else {
        fresh.add(contact.bytes, contact.ends);
        if (sample.length < sampled) sample.push({ name: found.name, phone: found.phone });
      }
    }
    for (const each of slice.unreadable) unreadable.push(each);
    await pause(slice.done);
  }
  unreadable.sort((a, b) => a.row - b.row);
  const readAs = reading.readAs?.() ?? null;
  return { kind: reading.kind, fresh, sample, duplicate, unreadable, readAs };
}

/** @throws AppError `import-nothing` where a file holds neither contacts nor anything that may have been one. */
export function refuseNothing({ fresh, duplicate, unreadable }: Plan, file: string): void {
  if (fresh.rows() + duplicate + unreadable.length > 0) return;
  throw new AppError("import-nothing", texts().nothing(file), texts().nothingHint);
}

function isLong({ name, phone }: ContactFields): boolean {
  return name.length > longest || phone.length > longest;
}

function countListed(db: Db, home: HomeNumbers): Counter {
  if (counts(db).listed === 0) return () => 0;
  const written = home.written("").map(() => "?");
  // The plus keeps SQLite from the index of names, where a thousand people called Ana stand side by side.
  const byPhone = db
    .prepare(
      `SELECT phone FROM contact WHERE deleted_at IS NULL AND digits <> ''
          AND digits IN (${written.join()})
          AND +folded = :folded AND (:folded <> '' OR name = :name)`,
    )
    .pluck();
  const byName = db
    .prepare(
      `SELECT count(*) FROM contact WHERE deleted_at IS NULL AND folded = :folded
          AND digits = '' AND phone = :phone AND (:folded <> '' OR name = :name)`,
    )
    .pluck();
  return (contact, idle) => {
    const [name, folded, digits] = [textAt(contact, 0), textAt(contact, 2), textAt(contact, 3)];
    if (digits === "") return byName.get({ name, folded, phone: textAt(contact, 1) }) as number;
    const telling = digits.slice(idle);
    const phones = byPhone.all(home.written(telling), { name, folded }) as string[];
    return phones.filter((phone) => home.telling(phone) === telling).length;
  };
}
