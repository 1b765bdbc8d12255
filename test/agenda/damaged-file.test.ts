import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomOf } from "../support/random.ts";
import { addMany } from "./add-many.ts";
import type { Restored } from "../../src/agenda/api-types.ts";
import { backUp } from "../../src/agenda/backup.ts";
import { deleteContacts } from "../../src/agenda/bin.ts";
import { addContact, editContact } from "../../src/agenda/contacts.ts";
import { openContacts } from "../../src/agenda/open-contacts.ts";
import { newFolder } from "./launch.ts";
import { speak } from "../../src/locales/language.ts";

const pageSize = 4_096;
const [inBackup, inFile, all] = [300, 320, 340];
const deleted = [7, 8, 301, 321];
const edited = [9, 100, 302, 322];
const stack = new DisposableStack();
let closed: string;
let killed: string;

const contact = (id: number) => ({ name: `Núria ${id}`, phone: `600 ${id}` });
const editedName = (id: number) => `Edited ${id}`;

// 300 contacts are in a backup, 20 more in the file, and the last 20, the edits and deletions in its log, as a kill leaves
// it; and the same after a proper end.
beforeAll(async () => {
  speak("en");
  closed = stack.use(newFolder()).folder;
  killed = stack.use(newFolder()).folder;
  const { db } = await openContacts(closed);
  const first = Array.from({ length: inBackup }, (_, at) => contact(at + 1));
  addMany(db, first, "file", 1);
  await backUp(db, closed, new Date("2026-11-20T10:00:00Z"));
  for (let id = inBackup + 1; id <= all; id += 1) {
    addContact(db, contact(id), undefined, 2);
    if (id === inFile) db.pragma("wal_checkpoint(TRUNCATE)");
  }
  for (const id of edited) editContact(db, id, { ...contact(id), name: editedName(id) }, 3);
  deleteContacts(db, deleted, 4);
  fs.cpSync(closed, killed, { recursive: true });
  db.close();
});

afterAll(() => stack.dispose());

type Row = { readonly id: number; readonly name: string; readonly deleted_at: number | null };
type Outcome = { readonly restored: Restored; readonly rows: Map<number, Row> };

async function openAfter(good: string, damage: (file: string) => void): Promise<Outcome> {
  using home = newFolder();
  fs.cpSync(good, home.folder, { recursive: true });
  damage(path.join(home.folder, "agenda.db"));
  const { db, restored } = await openContacts(home.folder);
  using _ = { [Symbol.dispose]: () => db.close() };
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  const rows = db.prepare("SELECT id, name, deleted_at FROM contact").all() as Row[];
  expect(restored.contacts).toBe(rows.filter((row) => row.deleted_at === null).length);
  addContact(db, { name: "New", phone: "" }, undefined, 9);
  return { restored, rows: new Map(rows.map((row) => [row.id, row])) };
}

function expectAllOf({ rows }: Outcome, ids: Iterable<number>, why: string): void {
  const missing = [...ids].filter((id) => !rows.has(id));
  expect(missing.slice(0, 9), why).toEqual([]);
  for (const { id, name } of rows.values()) expect([`Núria ${id}`, editedName(id)], why).toContain(name);
}

const oneTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

// What takes the place of a file's bytes from `from` on, or of all of them.
const kinds: Record<string, (bytes: Buffer, from: number) => void> = {
  zeros: (bytes, from) => bytes.fill(0, from),
  sevens: (bytes, from) => bytes.fill(7, from),
  "bytes of 0xFF": (bytes, from) => bytes.fill(0xff, from),
  "pages that say they hold no rows": (bytes, from) => {
    bytes.fill(0, from);
    for (let at = Math.ceil(from / pageSize) * pageSize; at < bytes.length; at += pageSize) bytes[at] = 0x0d;
  },
  "random bytes": (bytes, from) => void randomBytes(bytes.length - from).copy(bytes, from),
  "what XOR makes of it": (bytes, from) => {
    for (let at = from; at < bytes.length; at += 1) bytes[at]! ^= 0x55;
  },
  text: (bytes, from) => bytes.fill("Querida Ana,\n", from),
};
const starts: Record<string, number> = {
  "as a whole": 0,
  "but for its header": 100,
  "but for its first page": pageSize,
};

const overwrite = (file: string, work: (bytes: Buffer) => void) => {
  const bytes = fs.readFileSync(file);
  work(bytes);
  fs.writeFileSync(file, bytes);
};

test.for(Object.keys(kinds).flatMap((kind) => Object.keys(starts).map((start) => [start, kind] as const)))(
  "A file overwritten at its own size, %s, by %s gives way to the backup",
  async ([start, kind]) => {
    const damage = (file: string) => overwrite(file, (bytes) => kinds[kind]!(bytes, starts[start]!));
    const outcome = await openAfter(closed, damage);
    expectAllOf(outcome, oneTo(inBackup), kind);
    expect(outcome.restored).toMatchObject({ integrity: "rebuilt", contacts: inBackup });
    // Nobody can count what came after the backup, and that is said.
    expect(outcome.restored.note).toMatch(
      /300 of them from the backup of November 20, 2026 .*may be missing/,
    );

    const withLog = await openAfter(killed, damage);
    expectAllOf(withLog, oneTo(inBackup), `${kind}, with a log`);
    expectAllOf(withLog, [...edited, ...deleted, ...oneTo(all).slice(inFile)], `${kind}, with a log`);
    for (const id of deleted) expect([id, withLog.rows.get(id)?.deleted_at]).toEqual([id, 4]);

    const withoutLog = await openAfter(killed, (file) => (fs.rmSync(`${file}-wal`), damage(file)));
    expectAllOf(withoutLog, oneTo(inBackup), `${kind}, its log gone`);
  },
);

// The contacts that stand whole on a table's page, as a reader of the bytes sees them: name, phone, and what is derived.
const written = /(?:Núria|Edited) (\d+)600 \1(?:nuria|edited) \1/g;
function readable(bytes: Buffer, start: number, header: number): number[] {
  const ids: number[] = [];
  for (let at = start + header; at + pageSize <= bytes.length; at += header + pageSize) {
    if (bytes[at] !== 0x0d) continue;
    const text = bytes.toString("utf8", at, at + pageSize);
    ids.push(...[...text.matchAll(written)].map(([, id]) => Number(id)));
  }
  return ids;
}

test("Whichever pages of the file and its log are damaged, what the backup has and what can be read is there", async () => {
  const random = randomOf(20_261_120);
  const below = (n: number) => Math.floor(random() * n);
  let [rebuilt, told] = [0, 0];
  for (let trial = 0; trial < 160; trial += 1) {
    const good = trial % 2 === 0 ? closed : killed;
    const kind = Object.keys(kinds)[below(Object.keys(kinds).length)]!;
    const hit: string[] = [];
    const left: number[] = [];
    let isCounted = true;
    const outcome = await openAfter(good, (file) => {
      const damage = (start: number, header: number) => (bytes: Buffer) => {
        const size = header + pageSize;
        const pages = Math.floor((bytes.length - start) / size);
        // Few pages or very many: with few of them left nothing tells what there was.
        const most = random() < 0.5 ? 9 : pages;
        for (let n = 1 + below(most); n > 0; n -= 1) {
          const at = start + below(pages) * size + header;
          kinds[kind]!(bytes.subarray(at, at + pageSize), 0);
          hit.push(`${header ? "log " : ""}${at}`);
        }
        left.push(...readable(bytes, start, header));
      };
      overwrite(file, damage(0, 0));
      const log = `${file}-wal`;
      if (!fs.existsSync(log) || random() < 0.4) {
        left.push(...(fs.existsSync(log) ? readable(fs.readFileSync(log), 32, 24) : []));
        return;
      }
      // Of what only a log held that is gone or torn, nothing can tell.
      isCounted = false;
      if (random() < 0.5) fs.rmSync(log);
      else overwrite(log, damage(32, 24));
    });
    const why = `trial ${trial}, ${kind} at ${hit.join(", ")}`;
    expectAllOf(outcome, [...oneTo(inBackup), ...left], why);
    if (outcome.restored.integrity !== "rebuilt") continue;
    rebuilt += 1;
    if (!isCounted) continue;
    const known = outcome.rows.size + outcome.restored.lost >= all;
    expect(known || /may be missing/.test(outcome.restored.note!), why).toBe(true);
    told += known ? 0 : 1;
  }
  expect(rebuilt).toBeGreaterThan(100);
  expect(told).toBeGreaterThan(2);
}, 300_000);
