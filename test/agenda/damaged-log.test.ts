import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Restored } from "../../src/agenda/api-types.ts";
import { backUp } from "../../src/agenda/backup.ts";
import { deleteContacts } from "../../src/agenda/bin.ts";
import { addContact, editContact } from "../../src/agenda/contacts.ts";
import { openContacts } from "../../src/agenda/open-contacts.ts";
import { readLog } from "../../src/agenda/write-ahead-log.ts";
import { speak } from "../../src/locales/language.ts";
import type { Db } from "../../src/sqlite/open.ts";
import { newFolder } from "./launch.ts";

const [inFile, inBackup, all] = [40, 60, 80];
const frameSize = 4_096 + 24;
const stack = new DisposableStack();
let killed: string;

const contact = (id: number) => ({ name: `Núria ${id}`, phone: `600 ${id}` });
const nameNow = (id: number) => (id % 10 === 0 ? `Edited ${id}` : `Núria ${id}`);

// As a kill leaves it: 40 contacts in the file, all changes since in its log, a backup between two of them.
beforeAll(async () => {
  speak("en");
  const { folder } = stack.use(newFolder());
  killed = stack.use(newFolder()).folder;
  const { db } = await openContacts(folder);
  const add = (from: number, to: number) => {
    for (let id = from; id <= to; id += 1) addContact(db, contact(id), undefined, id);
  };
  add(1, inFile);
  db.pragma("wal_checkpoint(TRUNCATE)");
  add(inFile + 1, inBackup);
  await backUp(db, folder, new Date("2026-11-20T10:00:00Z"));
  add(inBackup + 1, all);
  for (let id = 10; id <= all; id += 10) editContact(db, id, { ...contact(id), name: nameNow(id) }, 100 + id);
  deleteContacts(db, [1, 41, 61], 300);
  addContact(db, { name: "Last", phone: "" }, undefined, 400);
  fs.cpSync(folder, killed, { recursive: true });
  db.close();
});

afterAll(() => stack.dispose());

type Outcome = { restored: Restored; aside: string[]; names: Map<number, string>; binned: number };

async function openAfter(damage: (log: string) => void): Promise<Outcome> {
  using home = newFolder();
  fs.cpSync(killed, home.folder, { recursive: true });
  damage(path.join(home.folder, "agenda.db-wal"));
  const { db, restored } = await openContacts(home.folder);
  using _ = { [Symbol.dispose]: () => db.close() };
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  const aside = fs.readdirSync(home.folder).filter((name) => name.startsWith("agenda-damaged-"));
  const outcome = { restored, aside, names: namesIn(db), binned: binnedIn(db) };
  db.close();
  // What was rebuilt is not rebuilt again, and takes changes.
  const again = await openContacts(home.folder);
  expect(again.restored).toMatchObject({ integrity: "ok", contacts: restored.contacts });
  addContact(again.db, { name: "New", phone: "" }, undefined, 500);
  again.db.close();
  return outcome;
}

const namesIn = (db: Db) =>
  new Map(db.prepare("SELECT id, name FROM contact ORDER BY id").raw().all() as [number, string][]);
const binnedIn = (db: Db) =>
  db.prepare("SELECT count(*) FROM contact WHERE deleted_at IS NOT NULL").pluck().get() as number;

const log = () => readLog(path.join(killed, "agenda.db"));
const overwrite = (file: string, at: number, bytes: Buffer) => {
  const handle = fs.openSync(file, "r+");
  fs.writeSync(handle, bytes, 0, bytes.length, at);
  fs.closeSync(handle);
};

test("A log as a kill leaves it is whole, and nothing is made of it but what it says", async () => {
  expect(log().length).toBeGreaterThan(100);
  expect(log().every((frame) => frame.good)).toBe(true);
  const { restored, names, binned } = await openAfter(() => {});
  expect(restored).toMatchObject({ integrity: "ok", contacts: all + 1 - 3, lost: 0 });
  expect([names.size, binned]).toEqual([all + 1, 3]);
});

test("With any one page of the log damaged, nothing is lost silently, and a page written again later costs nothing", async () => {
  const frames = log();
  const lastButOne = frames.findLastIndex((frame, at) => frame.size > 0 && at < frames.length - 1);
  let [damaged, unhurt, lost] = [0, 0, 0];
  for (let at = 0; at <= lastButOne; at += 3) {
    damaged += 1;
    const { restored, names, aside } = await openAfter((file) =>
      overwrite(file, 32 + at * frameSize + 24, randomBytes(4_096)),
    );
    expect([at, restored.integrity]).toEqual([at, "rebuilt"]);
    expect(restored.note).toContain(`${aside.find((name) => name.endsWith(".db"))}`);
    expect(names.size + restored.lost).toBeGreaterThanOrEqual(all + 1);
    for (const [id, name] of names) if (id <= all) expect([nameNow(id), `Núria ${id}`]).toContain(name);
    unhurt += [...names].filter(([id, name]) => id > all || name === nameNow(id)).length === all + 1 ? 1 : 0;
    lost += restored.lost;
  }
  expect(damaged).toBeGreaterThan(30);
  expect(unhurt).toBeGreaterThan(damaged * 0.8);
  expect(lost).toBeLessThan(damaged);
}, 120_000);

test("With the last transaction torn, as a power cut may leave it, the file is as it was before it", async () => {
  const { restored, names } = await openAfter((file) =>
    overwrite(file, fs.statSync(file).size - 100, randomBytes(100)),
  );
  expect(restored).toMatchObject({ integrity: "ok", contacts: all - 3 });
  expect(names.size).toBe(all);
});

test("With the beginning of the log overwritten, all of it comes back", async () => {
  const { restored, names, binned } = await openAfter((file) => overwrite(file, 0, randomBytes(32)));
  expect(restored).toMatchObject({ integrity: "rebuilt", contacts: all + 1 - 3, lost: 0 });
  expect([names.size, binned, names.get(80)]).toEqual([all + 1, 3, "Edited 80"]);
});

test.for<[string, (file: string) => void]>([
  ["is missing", (file) => fs.rmSync(file)],
  ["was replaced by text", (file) => fs.writeFileSync(file, "Dear Ana,\n".repeat(20_000))],
  ["was emptied", (file) => fs.truncateSync(file, 0)],
  ["was cut off near its beginning", (file) => fs.truncateSync(file, 32 + 5 * frameSize)],
])("Where the log %s, what the backup has comes back, and from when is said", async ([, damage]) => {
  const { restored, names, aside } = await openAfter(damage);
  expect(restored).toMatchObject({ integrity: "rebuilt", contacts: inBackup });
  expect(names.size).toBe(inBackup);
  expect(restored.note).toContain(`${inBackup} of them from the backup of`);
  expect(restored.note).toContain("November 20, 2026");
  expect(aside.length).toBeGreaterThan(0);
});

test.for<[string, (file: string) => void]>([
  ["was replaced by long text", (file) => fs.writeFileSync(file, "Dear Ana,\n".repeat(20_000))],
  ["was replaced by a few words", (file) => fs.writeFileSync(file, "Dear Ana,\n")],
  ["is missing", (file) => fs.rmSync(file)],
])(
  "Where the log %s and no backup is later than the file, it is said that something may be missing",
  async ([, damage]) => {
    const { restored, names, aside } = await openAfter((file) => {
      damage(file);
      fs.rmSync(path.join(path.dirname(file), "backups"), { recursive: true });
    });
    expect(restored).toMatchObject({ integrity: "rebuilt", contacts: inFile });
    expect(restored.note).toContain("what was added before may be missing");
    expect(names.size).toBe(inFile);
    expect(aside).not.toEqual([]);
  },
);

test("A log that was lost with nothing in it that the file has not costs nothing, and the file is not touched", async () => {
  using home = newFolder();
  const { db } = await openContacts(home.folder);
  addContact(db, contact(1), undefined, 1);
  await backUp(db, home.folder, new Date());
  db.close();
  const { db: again, restored } = await openContacts(home.folder);
  again.close();
  expect(restored).toMatchObject({ integrity: "ok", contacts: 1 });
  expect(fs.readdirSync(path.join(home.folder, "backups"))).toHaveLength(1);
});
