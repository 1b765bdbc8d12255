import * as fc from "fast-check";
import { deleteContacts, restoreContacts } from "../../src/agenda/bin.ts";
import { addContact, editContact, findContact } from "../../src/agenda/contacts.ts";
import { mergeContacts } from "../../src/agenda/duplicates.ts";
import type { Db } from "../../src/sqlite/open.ts";
import { addMany } from "./add-many.ts";

const fields = fc.record({ name: fc.constantFrom("Ana", "Bea", "Çağla"), phone: fc.constantFrom("", "600") });
const which = fc.array(fc.nat(7), { minLength: 1, maxLength: 4 });

/** A step that changes contacts; `which` are places among all that there are. */
export const contactStep = fc.oneof(
  fc.record({ do: fc.constant("add" as const), fields }),
  fc.record({ do: fc.constant("import" as const), all: fc.array(fields, { minLength: 1, maxLength: 4 }) }),
  fc.record({ do: fc.constant("edit" as const), which, fields }),
  fc.record({ do: fc.constant("delete" as const), which }),
  fc.record({ do: fc.constant("restore" as const), which }),
  fc.record({ do: fc.constant("merge" as const), which, fields }),
);
export type ContactStep = typeof contactStep extends fc.Arbitrary<infer S> ? S : never;

/** What a step did: contacts it put into the list or into the bin, and what it made of one. */
export type Did = {
  readonly change: number;
  readonly moved: readonly number[];
  readonly listed: boolean;
  readonly edited?: { readonly id: number; readonly name: string; readonly phone: string };
};

/** Takes a step as the program does; null where there is nothing for it to do. */
export function take(db: Db, step: ContactStep): Did | null {
  const all = db.prepare("SELECT id FROM contact ORDER BY id").pluck().all() as number[];
  const chosen =
    "which" in step ? [...new Set(step.which.map((at) => all[at]).filter((id) => id !== undefined))] : [];
  const listed = chosen.filter((id) => findContact(db, id)!.deleted_at === null);
  const binned = chosen.filter((id) => !listed.includes(id));
  const [first, ...others] = listed;
  switch (step.do) {
    case "add": {
      const { id, change } = addContact(db, step.fields, undefined, 1);
      return { change, moved: [id], listed: true };
    }
    case "import": {
      const { change } = addMany(db, step.all, "file", 1)!;
      const after = db.prepare("SELECT id FROM contact WHERE id > ?").pluck();
      const last = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'contact'").pluck().get();
      return { change, moved: after.all((last as number) - step.all.length) as number[], listed: true };
    }
    case "edit":
      if (first === undefined) return null;
      return {
        change: editContact(db, first, step.fields, 1),
        moved: [],
        listed: true,
        edited: { id: first, ...step.fields },
      };
    case "delete": {
      const done = deleteContacts(db, chosen, 1);
      return done && { change: done.change, moved: listed, listed: false };
    }
    case "restore": {
      const done = restoreContacts(db, chosen, 1);
      return done && { change: done.change, moved: binned, listed: true };
    }
    case "merge": {
      if (first === undefined || others.length === 0) return null;
      const change = mergeContacts(db, first, others, step.fields, 1);
      return { change, moved: others, listed: false, edited: { id: first, ...step.fields } };
    }
  }
}
