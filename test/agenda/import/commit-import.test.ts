import path from "node:path";
import { expect, test } from "vitest";
import { homeNumbers } from "../../../src/agenda/home-numbers.ts";
import { breath } from "../../../src/agenda/import/breath.ts";
import { commitImport } from "../../../src/agenda/import/commit-import.ts";
import { planImport } from "../../../src/agenda/import/plan-import.ts";
import { readContacts } from "../../../src/agenda/import/read-contacts.ts";
import { migrate } from "../../../src/sqlite/migrate.ts";
import { openDatabase } from "../../../src/sqlite/open.ts";
import { newFolder } from "../launch.ts";

test("Whoever gives an import up after its last contact is in, and before it is kept, is heard", async () => {
  using home = newFolder();
  const file = path.join(home.folder, "agenda.db");
  const db = openDatabase(file);
  migrate(db, "db/agenda");
  const reading = readContacts(Buffer.from("Name,Phone\nAna,600\nEva,700\n"), "a.csv");
  const { fresh } = await planImport(db, reading, homeNumbers("ES"), () => {});
  const giving = new AbortController();
  const pause = breath(giving.signal);
  const batch = { file, fresh, name: "a.csv", now: 1, patience: 0 };
  const done = commitImport(batch, (inserted) => {
    // The request comes while the process is busy, and is heard in a later turn of the event loop.
    if (inserted === 2) setImmediate(() => giving.abort());
    return pause();
  });
  await expect(done).rejects.toThrow("aborted");
  expect(db.prepare("SELECT count(*) FROM contact").pluck().get()).toBe(0);
  db.close();
});
