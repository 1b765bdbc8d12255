import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { addMany } from "./add-many.ts";
import { openContacts } from "../../src/agenda/open-contacts.ts";
import { isSoundAside } from "../../src/agenda/sound-aside.ts";
import { newFolder } from "./launch.ts";

async function contactsIn(folder: string): Promise<string> {
  const { db } = await openContacts(folder);
  addMany(
    db,
    Array.from({ length: 500 }, (_, n) => ({ name: `Ana ${n}`, phone: `600${n}` })),
    "many",
    1,
  );
  db.close();
  return path.join(folder, "agenda.db");
}

test("A sound file is found so, while the process goes on with its other work", async () => {
  using home = newFolder();
  const file = await contactsIn(home.folder);
  let worked = false;
  setImmediate(() => (worked = true));
  expect(await isSoundAside(file)).toBe(true);
  expect(worked).toBe(true);
});

test("A damaged page, a text, an empty file and a folder are not sound", async () => {
  using home = newFolder();
  const file = await contactsIn(home.folder);
  const bytes = fs.readFileSync(file);
  fs.writeFileSync(file, bytes.fill(0xff, 3 * 4096 + 8, 4 * 4096));
  expect(await isSoundAside(file)).toBe(false);
  fs.writeFileSync(file, "Ana;600111222\n".repeat(1_000));
  expect(await isSoundAside(file)).toBe(false);
  fs.writeFileSync(file, "");
  expect(await isSoundAside(file)).toBe(false);
  expect(await isSoundAside(home.folder)).toBe(false);
});
