import { afterEach, beforeEach, expect, test } from "vitest";
import { addMany } from "./add-many.ts";
import { binKept, deleteContacts, purgeBin, readBin, restoreContacts } from "../../src/agenda/bin.ts";
import { counts, lastChanges } from "../../src/agenda/change-log.ts";
import { addContact, editContact, findContact } from "../../src/agenda/contacts.ts";
import { mergeContacts } from "../../src/agenda/duplicates.ts";
import { readList } from "../../src/agenda/list.ts";
import { indexSlice } from "../../src/agenda/search-index.ts";
import { nextSteps, undoChange } from "../../src/agenda/undo.ts";
import type { Db } from "../../src/sqlite/open.ts";
import { memoryDb } from "./memory-db.ts";

let db: Db;
beforeEach(() => void (db = memoryDb()));
afterEach(() => void db.close());

const add = (name: string, phone = "") => addContact(db, { name, phone }, undefined, 1);
const listed = () =>
  db.prepare("SELECT name || ' ' || phone FROM contact WHERE deleted_at IS NULL ORDER BY id").pluck().all();

test("Every kind of change is taken back, and back again", () => {
  const ana = add("Ana", "1").id;
  const bea = add("Bea", "2").id;
  const changes = [
    add("Carl", "3").change,
    editContact(db, ana, { name: "Anna", phone: "11" }, 2),
    addMany(
      db,
      [
        { name: "Dora", phone: "4" },
        { name: "Eva", phone: "5" },
      ],
      "friends.csv",
      3,
    )!.change,
    mergeContacts(db, ana, [bea], { name: "Ana Bea", phone: "12" }, 4),
    deleteContacts(db, [ana], 5)!.change,
  ];
  const after = listed();
  const undos = changes.toReversed().map((change) => undoChange(db, change, 6).change);
  expect(listed()).toEqual(["Ana 1", "Bea 2"]);
  for (const undo of undos.toReversed()) undoChange(db, undo, 7);
  expect(listed()).toEqual(after);
});

test("A change is undone once, and not over the head of a later edit", () => {
  const { id, change } = add("Ana");
  const first = editContact(db, id, { name: "Anna", phone: "" }, 2);
  const second = editContact(db, id, { name: "Annie", phone: "" }, 3);
  expect(() => undoChange(db, first, 4)).toThrow(expect.objectContaining({ code: "cannot-undo" }));
  expect(listed()).toEqual(["Annie "]);
  undoChange(db, second, 5);
  expect(() => undoChange(db, second, 6)).toThrow("undone already");
  undoChange(db, first, 7);
  undoChange(db, change, 8);
  expect(() => undoChange(db, 99, 9)).toThrow("no such change");
  expect(listed()).toEqual([]);
});

test("What was undone and done again can be undone under its first name, however often, and after what came later", () => {
  const ana = add("Ana", "1").id;
  const bea = add("Bea", "2").id;
  const changes = [
    add("Carl", "3").change,
    editContact(db, ana, { name: "Anna", phone: "11" }, 2),
    mergeContacts(db, ana, [bea], { name: "Ana Bea", phone: "12" }, 3),
    deleteContacts(db, [ana], 4)!.change,
  ];
  const after = listed();
  for (let round = 0; round < 3; round += 1) {
    const undos = changes.toReversed().map((change) => undoChange(db, change, 5));
    expect(undos.map(({ count }) => count > 0)).toEqual([true, true, true, true]);
    expect(listed()).toEqual(["Ana 1", "Bea 2"]);
    const again = undos.toReversed().map(({ change }) => undoChange(db, change, 6).change);
    expect(again).toEqual(changes);
    expect(listed()).toEqual(after);
    expect(lastChanges(db, 50).filter(({ undone, kind }) => undone !== (kind === "undo"))).toEqual([]);
  }
});

test("What later steps have moved is not for an earlier one to say, and that stays to be undone after them", () => {
  const { id } = add("Beto");
  const first = deleteContacts(db, [id], 2)!.change;
  restoreContacts(db, [id], 3);
  deleteContacts(db, [id], 4);
  expect(() => undoChange(db, first, 5)).toThrow("deleted or recovered again since");
  const lists = Array.from({ length: 4 }, () => {
    undoChange(db, nextSteps(db).undo!, 6);
    return listed().length;
  });
  expect(lists).toEqual([1, 0, 1, 0]);
  expect(nextSteps(db).undo).toBeNull();
});

test("An import is undone but for what was deleted of it, which comes back only with the import", () => {
  const many = ["A", "B", "C"].map((name) => ({ name, phone: "" }));
  const { change } = addMany(db, many, "friends.csv", 3)!;
  deleteContacts(db, [2], 4);
  const undo = undoChange(db, change, 5);
  expect([undo.count, listed()]).toEqual([2, []]);
  expect(undoChange(db, nextSteps(db).undo!, 6).count).toBe(0);
  undoChange(db, undo.change, 7);
  expect(listed()).toEqual(["A ", "B ", "C "]);
});

test("A redo is offered until something new is done, however much was undone before", () => {
  const names = Array.from({ length: 70 }, (_, at) => `Ana ${at}`);
  for (const name of names) add(name);
  while (nextSteps(db).undo !== null) undoChange(db, nextSteps(db).undo!, 2);
  expect(listed()).toEqual([]);
  while (nextSteps(db).redo !== null) undoChange(db, nextSteps(db).redo!, 3);
  expect(listed()).toHaveLength(70);
  undoChange(db, nextSteps(db).undo!, 4);
  add("Bea");
  expect(nextSteps(db).redo).toBeNull();
});

test("What was removed for good is named in the log no more, and of the others all is kept", () => {
  const [a, b] = [add("A"), add("B")];
  editContact(db, a.id, { name: "AA", phone: "" }, 2);
  deleteContacts(db, [a.id], 1_000);
  deleteContacts(db, [b.id], 2_000);
  expect(purgeBin(db, 1_001, 1)).toBe(1);
  expect(purgeBin(db, 1_001, 1)).toBe(0);
  expect(lastChanges(db, 9).map(({ name }) => name)).toEqual(["B", "", "", "B", ""]);
  expect(undoChange(db, nextSteps(db).undo!, 3_000).count).toBe(1);
  expect(undoChange(db, nextSteps(db).undo!, 3_000).count).toBe(0);
  expect(listed()).toEqual(["B "]);
});

test("A step of several contacts is called by none of them that was removed for good", () => {
  const [a, b, c] = [add("A").id, add("B").id, add("C").id];
  mergeContacts(db, a, [c], { name: "AC", phone: "" }, 2);
  deleteContacts(db, [b, a], 1_000);
  expect(lastChanges(db, 2).map(({ name }) => name)).toEqual(["AC", "AC"]);
  restoreContacts(db, [b, c], 2_000);
  purgeBin(db, 1_001, 9);
  expect(lastChanges(db, 9).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "restore B",
    "delete ",
    "merge ",
    "add C",
    "add B",
    "add ",
  ]);
});

test("An import is one step in the log, named after its file", () => {
  addMany(
    db,
    [
      { name: "A", phone: "" },
      { name: "B", phone: "" },
    ],
    "friends.csv",
    3,
  );
  expect(lastChanges(db, 5)).toMatchObject([
    { kind: "import", count: 2, name: "friends.csv", undone: false },
  ]);
  expect(addMany(db, [], "empty.csv", 4)).toBeNull();
  expect(lastChanges(db, 5)).toHaveLength(1);
});

test("The bin keeps what was deleted for 30 days, newest first, and then lets it go for good", () => {
  const [a, b] = [add("A"), add("B")];
  editContact(db, a.id, { name: "AA", phone: "" }, 2);
  deleteContacts(db, [a.id], 1_000);
  const change = deleteContacts(db, [b.id], 2_000)!.change;
  expect(readBin(db, 0, 9).map((row) => row.name)).toEqual(["B", "AA"]);
  expect(purgeBin(db, 1_000 + binKept - binKept, 9)).toBe(0);
  expect(purgeBin(db, 1_001, 9)).toBe(1);
  expect(findContact(db, a.id)).toBeUndefined();
  expect(counts(db)).toEqual({ listed: 0, binned: 1 });
  undoChange(db, change, 3_000);
  expect(listed()).toEqual(["B "]);
  expect(deleteContacts(db, [a.id, 77], 4_000)).toBeNull();
});

test("A merge with a contact that is gone changes nothing", () => {
  const [a, b] = [add("A").id, add("B").id];
  expect(() => mergeContacts(db, a, [b, 99], { name: "AB", phone: "" }, 2)).toThrow(
    expect.objectContaining({ code: "no-contact" }),
  );
  expect(listed()).toEqual(["A ", "B "]);
});

test("Tens of thousands are imported, taken back and brought again as one step, and are found", () => {
  add("Zoe", "1");
  const many = Array.from({ length: 25_000 }, (_, at) => ({ name: `Ana ${at}`, phone: `600${at}` }));
  const { change } = addMany(db, many, "friends.csv", 1)!;
  while (indexSlice(db, 5_000));
  const total = (search: string) => readList(db, { search, sort: "name" }, 0, 1).total;
  expect([total("ana"), total("zoe"), total("60024")]).toEqual([25_000, 1, 1_111]);
  const undo = undoChange(db, change, 2).change;
  expect([total("ana"), total("zoe"), counts(db)]).toEqual([0, 1, { listed: 1, binned: 25_000 }]);
  while (indexSlice(db, 5_000));
  expect([total("ana"), total("zoe")]).toEqual([0, 1]);
  undoChange(db, undo, 3);
  expect([total("ana"), total("zoe"), counts(db)]).toEqual([25_000, 1, { listed: 25_001, binned: 0 }]);
  while (indexSlice(db, 5_000));
  expect([total("ana"), total("zoe"), total("60024")]).toEqual([25_000, 1, 1_111]);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
});
