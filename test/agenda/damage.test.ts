import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMany } from "./add-many.ts";
import { backUp } from "../../src/agenda/backup.ts";
import { deleteContacts } from "../../src/agenda/bin.ts";
import { noteDamage } from "../../src/agenda/damage.ts";
import { addContact } from "../../src/agenda/contacts.ts";
import { keepDraft } from "../../src/agenda/kept.ts";
import { readList } from "../../src/agenda/list.ts";
import { openContacts } from "../../src/agenda/open-contacts.ts";
import { indexSlice } from "../../src/agenda/search-index.ts";
import { newFolder } from "./launch.ts";
import { speak } from "../../src/locales/language.ts";

const inBackup = 700;
const all = 1_000;
const draft = { id: "half-typed", name: "Half", phone: "6" };
const stack = new DisposableStack();
let good: string;

// 1,000 contacts, ten of them in the bin, the first 700 in a backup, and a draft.
beforeAll(async () => {
  speak("en");
  good = stack.use(newFolder()).folder;
  const { db } = await openContacts(good);
  const contact = (at: number) => ({ name: `Núria ${at}`, phone: `600 ${at}` });
  addMany(
    db,
    Array.from({ length: inBackup }, (_, at) => contact(at + 1)),
    "file",
    1,
  );
  await backUp(db, good, new Date("2026-11-20T10:00:00Z"));
  for (let at = inBackup + 1; at <= all; at += 1) addContact(db, contact(at), undefined, 2);
  deleteContacts(db, [5, 15, 25, 35, 45, 705, 715, 725, 735, 745], 3);
  keepDraft(db, draft);
  while (indexSlice(db, 500));
  db.close();
});

afterAll(() => stack.dispose());

type Outcome = { contacts: number; lost: number; integrity: string; note: string; aside: string[] };

// Damages a copy, opens it, and checks what must hold whatever was done to it.
async function openDamaged(damage: (file: string) => void): Promise<Outcome> {
  using home = newFolder();
  fs.cpSync(good, home.folder, { recursive: true });
  const file = path.join(home.folder, "agenda.db");
  damage(file);
  const found = fs.existsSync(file) ? fs.readFileSync(file) : null;
  const { db, restored } = await openContacts(home.folder);
  using _ = { [Symbol.dispose]: () => db.close() };
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  const rows = db.prepare("SELECT id, name, phone FROM contact ORDER BY id").all() as { id: number }[];
  for (const row of rows)
    expect(row).toEqual({ id: row.id, name: `Núria ${row.id}`, phone: `600 ${row.id}` });
  expect(rows.filter((row) => row.id <= inBackup)).toHaveLength(inBackup);
  const { total } = readList(db, { search: "nuria", sort: "name" }, 0, 1);
  expect(total).toBe(restored.contacts);
  addContact(db, { name: "New", phone: "" }, undefined, 9);
  const aside = fs.readdirSync(home.folder).filter((name) => /^agenda-damaged-.*\.db$/.test(name));
  if (restored.integrity === "rebuilt" && found?.length) {
    expect(fs.readFileSync(path.join(home.folder, aside[0]!)).equals(found)).toBe(true);
    expect(restored.note).toContain(aside[0]);
  }
  expect(fs.readdirSync(home.folder).filter((name) => /part|copy|rebuilt|fresh/.test(name))).toEqual([]);
  const { contacts, lost, integrity, note = "" } = restored;
  return { contacts, lost, integrity, note, aside };
}

test("With any one page overwritten, all that was not on it comes back, the backup fills in, and the loss is told", async () => {
  const pages = fs.statSync(path.join(good, "agenda.db")).size / 4_096;
  expect(pages).toBeGreaterThan(20);
  const losses: number[] = [];
  for (let page = 0; page < pages; page += 1) {
    const { contacts, lost, integrity } = await openDamaged((file) => {
      const handle = fs.openSync(file, "r+");
      fs.writeSync(handle, randomBytes(4_096), 0, 4_096, page * 4_096);
      fs.closeSync(handle);
    });
    // Five of the contacts in the backup were deleted later: where their page is lost, so is their deletion.
    expect(contacts + lost).toBeGreaterThanOrEqual(all - 10);
    expect(contacts + lost).toBeLessThanOrEqual(all - 5);
    expect([page, integrity]).toEqual([page, "rebuilt"]);
    losses.push(lost);
  }
  // Only contacts newer than the backup can be lost, and only with the one page that holds them.
  const sum = losses.reduce((so, lost) => so + lost, 0);
  expect(sum).toBeGreaterThan(0);
  expect(sum).toBeLessThanOrEqual(all - inBackup);
}, 120_000);

const size = () => fs.statSync(path.join(good, "agenda.db")).size;

test.for<[string, (file: string) => void, number]>([
  [
    "truncated in the middle",
    (file) => fs.truncateSync(file, Math.floor(size() / 8_192) * 4_096),
    inBackup - 5,
  ],
  ["truncated inside its first page", (file) => fs.truncateSync(file, 2_000), inBackup],
  ["emptied", (file) => fs.truncateSync(file, 0), inBackup],
  ["replaced by text", (file) => fs.writeFileSync(file, "Dear Ana,\n".repeat(5_000)), inBackup],
  ["removed", (file) => fs.rmSync(file), inBackup],
])("A file that was %s is rebuilt from what is left and the backup", async ([, damage, atLeast]) => {
  const { contacts, integrity, note } = await openDamaged(damage);
  expect(integrity).toBe("rebuilt");
  expect(contacts).toBeGreaterThanOrEqual(atLeast);
  expect(note).toContain("November 20, 2026");
  expect(note).toMatch(/^The contacts file was damaged or missing; [\d,]+ contacts are back/);
});

test("A damaged log loses nothing that was in the file, and that it may have held more is said", async () => {
  const outcome = await openDamaged((file) => fs.writeFileSync(`${file}-wal`, randomBytes(50_000)));
  expect(outcome).toMatchObject({ contacts: all - 10, lost: 0, integrity: "rebuilt" });
  expect(outcome.note).toContain("may be missing");
});

test("A log of zeros, as a power cut leaves one that was just begun, is none, and the sound file is not touched", async () => {
  const outcome = await openDamaged((file) => fs.writeFileSync(`${file}-wal`, Buffer.alloc(50_000)));
  expect(outcome).toEqual({ contacts: all - 10, lost: 0, integrity: "ok", note: "", aside: [] });
});

// What a kill leaves: contacts 1,001 to 1,050 in an earlier log, that was taken into the file, and 50 more in the log.
async function killedWith(work: (file: string, older: string) => void): Promise<Outcome> {
  using home = newFolder();
  fs.cpSync(good, home.folder, { recursive: true });
  const file = path.join(home.folder, "agenda.db");
  const older = path.join(home.folder, "older");
  const { db } = await openContacts(home.folder);
  const add = (from: number) => {
    for (let at = from; at < from + 50; at += 1)
      addContact(db, { name: `Núria ${at}`, phone: `600 ${at}` }, undefined, 4);
  };
  const copy = (to: string) => ["", "-wal", "-shm"].forEach((end) => fs.copyFileSync(file + end, to + end));
  add(all + 1);
  copy(older);
  db.pragma("wal_checkpoint(TRUNCATE)");
  add(all + 51);
  return await openDamaged((damaged) => {
    ["", "-wal", "-shm"].forEach((end) => fs.copyFileSync(file + end, damaged + end));
    db.close();
    work(damaged, older);
  });
}

test.for<[string, (file: string, older: string) => void]>([
  ["is missing", (file) => fs.rmSync(`${file}-shm`)],
  ["is text", (file) => fs.writeFileSync(`${file}-shm`, "no index\n".repeat(4_000))],
  ["is of an older file", (file, older) => fs.copyFileSync(`${older}-shm`, `${file}-shm`)],
])("Contacts that are only in the log are all there when its shared memory %s", async ([, work]) => {
  expect(await killedWith(work)).toEqual({
    contacts: all - 10 + 100,
    lost: 0,
    integrity: "ok",
    note: "",
    aside: [],
  });
});

test.for<[string, (file: string, older: string) => void]>([
  ["is missing", (file) => fs.rmSync(`${file}-wal`)],
  [
    "is missing, and its shared memory too",
    (file) => ["-wal", "-shm"].forEach((end) => fs.rmSync(file + end)),
  ],
  ["is of an older file", (file, older) => fs.copyFileSync(`${older}-wal`, `${file}-wal`)],
])("When the log %s, what was in the file is there", async ([, work]) => {
  const { contacts } = await killedWith(work);
  expect(contacts).toBeGreaterThanOrEqual(all - 10 + 50);
});

test("A rebuild that was ended just before its end is finished at the next launch", async () => {
  const { contacts, aside } = await openDamaged((file) => {
    fs.copyFileSync(file, `${file}.rebuilt`);
    fs.writeFileSync(`${file}.part`, "half");
    fs.rmSync(`${file}.part`);
    fs.writeFileSync(file, "damaged");
  });
  expect(contacts).toBe(all - 10);
  expect(aside).toHaveLength(1);
});

test("Damage that is met while Agenda runs has the next launch check a file that is too large to check each time", async () => {
  using home = newFolder();
  const { db } = await openContacts(home.folder);
  addMany(
    db,
    Array.from({ length: 80_000 }, (_, at) => ({ name: `Ana ${at}`, phone: "" })),
    "file",
    1,
  );
  db.close();
  const file = path.join(home.folder, "agenda.db");
  const handle = fs.openSync(file, "r+");
  const half = Math.floor(fs.statSync(file).size / 8_192) * 4_096;
  fs.writeSync(handle, randomBytes(4_096), 0, 4_096, half);
  fs.closeSync(handle);
  const unseen = await openContacts(home.folder);
  unseen.db.close();
  expect(unseen.restored.integrity).toBe("ok");
  noteDamage(home.folder);
  const seen = await openContacts(home.folder);
  seen.db.close();
  expect(seen.restored.integrity).toBe("rebuilt");
  expect(seen.restored.contacts + seen.restored.lost).toBe(80_000);
});
