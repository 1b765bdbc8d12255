import { afterEach, beforeEach, expect, test } from "vitest";
import { tellApart } from "../../src/agenda/apart.ts";
import type { DuplicatePage, Saved } from "../../src/agenda/api-types.ts";
import { deleteContacts, purgeBin } from "../../src/agenda/bin.ts";
import { addContact, editContact, findContact } from "../../src/agenda/contacts.ts";
import { duplicateGroups, likely, mergeContacts } from "../../src/agenda/duplicates.ts";
import { homeNumbers } from "../../src/agenda/home-numbers.ts";
import { read } from "../../src/agenda/kept.ts";
import { undoChange } from "../../src/agenda/undo.ts";
import type { Db } from "../../src/sqlite/open.ts";
import { enter, launch, newFolder } from "./launch.ts";
import { memoryDb } from "./memory-db.ts";

let db: Db;
beforeEach(() => void (db = memoryDb()));
afterEach(() => void db.close());

const home = homeNumbers("ES");
const add = (name: string, phone: string) => addContact(db, { name, phone }, undefined, 1).id;
const offered = () => duplicateGroups(db, 0, 10, home).groups.map(({ rows }) => rows.map(({ id }) => id));
const likelyOf = (id: number) => likely(db, findContact(db, id)!, id, 5, home).map((row) => row.id);

test("Two that were told apart are not offered again until one of them changes", () => {
  const [ana, anita, zed] = [add("Ana", "600111222"), add("Anita", "600 111 222"), add("Zed", "9")];
  expect(offered()).toEqual([[ana, anita]]);
  tellApart(db, [ana, anita]);
  expect(duplicateGroups(db, 0, 10, home)).toEqual({ total: 0, groups: [] });
  expect([likelyOf(ana), likelyOf(anita)]).toEqual([[], []]);
  // Another one with that number may be either of them.
  expect(likely(db, { name: "", phone: "600111222" }, zed, 5, home)).toHaveLength(2);
  editContact(db, zed, { name: "Zoe", phone: "9" }, 2);
  expect(offered()).toEqual([]);
  editContact(db, anita, { name: "Ana María", phone: "600 111 222" }, 2);
  expect(offered()).toEqual([[ana, anita]]);
  expect(likelyOf(anita)).toEqual([ana]);
});

test("What was said of two holds again once their edit, their deletion or their merge is undone", () => {
  const [ana, anita] = [add("Ana", "600111222"), add("Anita", "600 111 222")];
  tellApart(db, [ana, anita]);
  for (const change of [
    () => editContact(db, ana, { name: "Anna", phone: "600111222" }, 2),
    () => deleteContacts(db, [ana], 2)!.change,
    () => mergeContacts(db, ana, [anita], { name: "Anita", phone: "600111222" }, 2),
  ]) {
    undoChange(db, change(), 3);
    expect(offered()).toEqual([]);
  }
});

test("Two that were told apart never stand in one group, whoever else looks like them", () => {
  const [ana, anita, other] = [add("Ana", "600111222"), add("Anita", "600111222"), add("A.", "600111222")];
  tellApart(db, [ana, anita]);
  expect(offered()).toEqual([[ana, other]]);
  tellApart(db, [ana, other]);
  expect(offered()).toEqual([[anita, other]]);
  mergeContacts(db, anita, [other], { name: "Anita", phone: "600111222" }, 2);
  expect(offered()).toEqual([]);
});

test("A contact that is removed for good takes along what was said of it", () => {
  const [ana, anita] = [add("Ana", "600111222"), add("Anita", "600111222")];
  const [bea, beatriz] = [add("Bea", "600111333"), add("Beatriz", "600111333")];
  tellApart(db, [ana, anita]);
  deleteContacts(db, [ana], 2);
  purgeBin(db, 3, 10);
  tellApart(db, [bea, beatriz]);
  expect(read(db, "apart")).toEqual([
    [
      [bea, expect.any(String)],
      [beatriz, expect.any(String)],
    ],
  ]);
});

test("What was told apart is so after a kill -9", async () => {
  using home = newFolder();
  const ids: number[] = [];
  {
    await using agenda = launch(home.folder);
    const guest = await enter(await agenda.firstLine);
    for (const name of ["Ana", "Anita"]) {
      const saved = await guest.call<Saved>("POST", "api/contacts", { name, phone: "600111222" });
      ids.push(saved.contact.id);
    }
    expect(await guest.call<DuplicatePage>("GET", "api/duplicates")).toMatchObject({ total: 1 });
    await guest.call("POST", "api/apart", { ids });
    agenda.kill("SIGKILL");
    await agenda.ended;
  }
  await using agenda = launch(home.folder);
  const guest = await enter(await agenda.firstLine);
  expect(await guest.call<DuplicatePage>("GET", "api/duplicates")).toMatchObject({ total: 0 });
});
