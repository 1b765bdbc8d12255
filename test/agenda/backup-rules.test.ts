import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { backUp, listBackups } from "../../src/agenda/backup.ts";
import { addContact } from "../../src/agenda/contacts.ts";
import { openContacts } from "../../src/agenda/open-contacts.ts";
import { openDatabase } from "../../src/sqlite/open.ts";
import { enter, launch, launchFrom, newFolder } from "./launch.ts";

const hour = 3_600_000;

async function withContact(folder: string): Promise<void> {
  const { db } = await openContacts(folder);
  addContact(db, { name: "Ana", phone: "600 111 222" }, undefined, 1);
  db.close();
}

async function backedUp(folder: string, ago: number): Promise<void> {
  const { db } = await openContacts(folder);
  await backUp(db, folder, new Date(Date.now() - ago));
  db.close();
}

const namesIn = (file: string) => {
  const db = openDatabase(file);
  const names = db.prepare("SELECT name FROM contact ORDER BY id").pluck().all();
  db.close();
  return names;
};

async function until(ask: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !ask(); await pause(100)) {
    if (Date.now() > end) throw new Error("never");
  }
}

test.for<[string, number, number]>([
  ["is written after a launch when the last is a day old", 25 * hour, 2],
  ["is not when the last is younger", 23 * hour, 1],
])("A backup %s", async ([, ago, expected]) => {
  using home = newFolder();
  await withContact(home.folder);
  await backedUp(home.folder, ago);
  await using agenda = launch(home.folder);
  await enter(await agenda.firstLine);
  if (expected === 1) await pause(8_000);
  else await until(() => listBackups(home.folder).length === expected);
  const backups = listBackups(home.folder);
  expect(backups).toHaveLength(expected);
  expect(namesIn(backups[0]!.file)).toEqual(["Ana"]);
});

test("A backup is written before an import by command and by page, and holds what was before it", async () => {
  using home = newFolder();
  await withContact(home.folder);
  await backedUp(home.folder, hour);
  const file = path.join(home.folder, "one.csv");
  fs.writeFileSync(file, "Name,Phone\nBea,600 111 333\n");
  await using command = launch(home.folder, ["import", file]);
  expect(await command.ended).toMatchObject({ code: 0 });
  expect(listBackups(home.folder)).toHaveLength(2);
  expect(namesIn(listBackups(home.folder)[0]!.file)).toEqual(["Ana"]);

  await using agenda = launch(home.folder);
  const page = await enter(await agenda.firstLine);
  const upload = await fetch(`http://127.0.0.1:${page.port}${page.room}api/import?name=two.csv`, {
    method: "POST",
    headers: { cookie: page.cookie, origin: `http://127.0.0.1:${page.port}` },
    body: "Name,Phone\nCleo,600 111 444\n",
  });
  const { id } = (await upload.json()) as { id: string };
  await page.call("POST", `api/import/${id}`);
  await until(() => listBackups(home.folder).length === 3);
  expect(namesIn(listBackups(home.folder)[0]!.file)).toEqual(["Ana", "Bea"]);
});

/** The program as it will be once it has another migration. */
function newerProgram(): { folder: string } & Disposable {
  const [root, copy] = [path.join(import.meta.dirname, "../.."), newFolder()];
  for (const part of ["src", "db", "package.json"])
    fs.cpSync(path.join(root, part), path.join(copy.folder, part), { recursive: true });
  fs.symlinkSync(path.join(root, "node_modules"), path.join(copy.folder, "node_modules"));
  const migration = path.join(copy.folder, "db/agenda/9999_next.sql");
  fs.writeFileSync(migration, "ALTER TABLE contact ADD COLUMN of_the_next TEXT;\n");
  return copy;
}

test("A backup is written before a migration, of the file as the older program left it", async () => {
  using home = newFolder();
  using newer = newerProgram();
  await withContact(home.folder);
  const version = (file: string) => {
    const db = openDatabase(file);
    const found = db.pragma("user_version", { simple: true }) as number;
    db.close();
    return found;
  };
  const file = path.join(home.folder, "agenda.db");
  const before = version(file);
  await using agenda = launchFrom(
    [
      process.execPath,
      path.join(newer.folder, "src/agenda/main.ts"),
      "export",
      path.join(home.folder, "all.csv"),
    ],
    home.folder,
  );
  await agenda.ended;
  expect(version(file)).toBe(before + 1);
  const [backup] = listBackups(home.folder);
  expect(version(backup!.file)).toBe(before);
  expect(namesIn(backup!.file)).toEqual(["Ana"]);
});

test("A backup of a damaged file is not kept, and takes none of the earlier ones with it", async () => {
  using home = newFolder();
  await withContact(home.folder);
  await backedUp(home.folder, 30 * hour);
  const file = path.join(home.folder, "agenda.db");
  const db = openDatabase(file);
  // A page of an index, which a copy takes along unseen.
  const root = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'contact_by_name'").pluck().get();
  const handle = fs.openSync(file, "r+");
  fs.writeSync(handle, Buffer.alloc(4_096, 0xee), 0, 4_096, ((root as number) - 1) * 4_096);
  fs.closeSync(handle);
  await expect(backUp(db, home.folder, new Date())).rejects.toMatchObject({ code: "SQLITE_CORRUPT" });
  db.close();
  expect(listBackups(home.folder)).toHaveLength(1);
  expect(fs.readdirSync(path.join(home.folder, "backups"))).toHaveLength(1);
});
