import { adding, type Added } from "../../src/agenda/add-many.ts";
import type { ContactFields } from "../../src/agenda/api-types.ts";
import { contactBytes } from "../../src/agenda/import/contact-bytes.ts";
import { foundTable } from "../../src/agenda/import/plan-import.ts";
import { openBytes, type Db } from "../../src/sqlite/open.ts";

/** Adds contacts as an import does, at once and through a connection that is open already. */
export function addMany(db: Db, contacts: readonly ContactFields[], name: string, now: number): Added | null {
  const table = foundTable();
  for (const { name, phone } of contacts) {
    const { bytes, ends } = contactBytes(name, phone);
    table.add(bytes, ends);
  }
  const found = openBytes(table.file());
  db.exec("CREATE TEMP TABLE found (name, phone, folded, digits)");
  try {
    return db
      .transaction(() => {
        const copy = db.prepare("INSERT INTO found VALUES (?, ?, ?, ?)");
        for (const row of found.prepare("SELECT * FROM found ORDER BY rowid").raw().iterate()) copy.run(row);
        const steps = adding(db, name, now);
        let step = steps.next();
        while (!step.done) step = steps.next();
        return step.value;
      })
      .immediate();
  } finally {
    db.exec("DROP TABLE found");
    found.close();
  }
}
