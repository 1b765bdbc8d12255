import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { backUp, isBackupDue, listBackups } from "../../src/agenda/backup.ts";
import { addContact } from "../../src/agenda/contacts.ts";
import { openContacts } from "../../src/agenda/open-contacts.ts";
import { openDatabase } from "../../src/sqlite/open.ts";
import { newFolder } from "./launch.ts";

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 8, 30));

test("Seven backups are kept, each a whole database of its own for its owner only", async () => {
  using home = newFolder();
  const { db } = await openContacts(home.folder);
  for (let day = 1; day <= 9; day += 1) {
    addContact(db, { name: `Day ${day}`, phone: "" }, undefined, day);
    await backUp(db, home.folder, at(day));
  }
  db.close();
  const backups = listBackups(home.folder);
  expect(backups.map((backup) => backup.at.getUTCDate())).toEqual([9, 8, 7, 6, 5, 4, 3]);
  const copy = openDatabase(backups[6]!.file, { readonly: true });
  expect(copy.prepare("SELECT count(*) FROM contact").pluck().get()).toBe(3);
  copy.close();
});

test("A backup is due when the last one is a day old, or the clock was set back", async () => {
  using home = newFolder();
  expect(isBackupDue(home.folder, at(2))).toBe(true);
  const { db } = await openContacts(home.folder);
  await backUp(db, home.folder, at(2));
  db.close();
  expect(isBackupDue(home.folder, new Date(at(3).getTime() - 1))).toBe(false);
  expect(isBackupDue(home.folder, at(3))).toBe(true);
  expect(isBackupDue(home.folder, at(1))).toBe(true);
});

test("A backup that cannot be written leaves the earlier ones and nothing half", async () => {
  using home = newFolder();
  const { db } = await openContacts(home.folder);
  await backUp(db, home.folder, at(1));
  const place = path.join(home.folder, "backups");
  fs.mkdirSync(path.join(place, "agenda-2026-11-02T08-30-00.000Z.db.part"));
  await expect(backUp(db, home.folder, at(2))).rejects.toThrow();
  db.close();
  expect(listBackups(home.folder).map((backup) => backup.at)).toEqual([at(1)]);
});

test("A command and Agenda may back up at the same time, and what a killed backup left is taken away", async () => {
  using home = newFolder();
  const [{ db }, { db: other }] = [await openContacts(home.folder), await openContacts(home.folder)];
  await backUp(db, home.folder, at(1));
  const left = path.join(home.folder, "backups", "agenda-2026-10-30T08-30-00.000Z.db.part");
  fs.writeFileSync(left, "half");
  fs.utimesSync(left, at(0), at(0));
  await Promise.all([backUp(db, home.folder, at(2)), backUp(other, home.folder, at(3))]);
  db.close();
  other.close();
  expect(listBackups(home.folder)).toHaveLength(3);
  expect(fs.readdirSync(path.dirname(left)).filter((name) => name.includes(".part"))).toEqual([]);
});
