import { expect, test } from "vitest";
import { addContact } from "../../src/agenda/contacts.ts";
import { addMany } from "./add-many.ts";
import type { Sort } from "../../src/agenda/api-types.ts";
import { find, noneKnown, type Known } from "../../src/agenda/find.ts";
import { findAll, readList } from "../../src/agenda/list.ts";
import { readNameOrder } from "../../src/agenda/name-order.ts";
import { indexSlice } from "../../src/agenda/search-index.ts";
import { memoryDb } from "./memory-db.ts";

function manyContacts() {
  const db = memoryDb();
  const names = ["Zoë", "Ana", "Łukasz", "Bruno", "Elena"];
  const contacts = Array.from({ length: 400 }, (_, n) => ({
    name: n % 150 === 7 ? `Rara ${400 - n}` : `${names[n % 5]} ${(n * 7_919) % 401}`,
    phone: `6${(n * 104_729) % 1_000_000}`,
  }));
  addMany(db, contacts, "many", 1);
  while (indexSlice(db, 100));
  return db;
}

test("Few or many found, their order is the same with the order of names in memory as without", () => {
  const db = manyContacts();
  const known: Known = { ...noneKnown(), order: readNameOrder(db, 400)() };
  for (const [search, few] of [
    ["rara", true],
    ["r", true],
    ["zo", false],
    ["a", false],
    ["6", false],
  ] as const) {
    const [fast, slow] = [known, noneKnown()].map((each) => find(db, search, true, each));
    expect([search, fast]).toEqual([search, slow]);
    const found = (fast as { ids: Int32Array }).ids.length;
    expect(found < 400 / 50).toBe(few);
    expect(found).toBeGreaterThan(1);
  }
  db.close();
});

test("What was found is forgotten oldest first, and what is asked for again counts as new", () => {
  const db = manyContacts();
  const known: Known = { ...noneKnown(), order: null };
  const first = find(db, "rara", true, known);
  // Each search weighs something, whatever it finds: thousands of them are more than is kept.
  for (let n = 0; n < 9_000; n += 1) {
    known.found.set(`name ${n}`, { total: n });
    if (n % 1_000 === 0) expect(find(db, "rara", true, known)).toBe(first);
  }
  find(db, "zo", true, known);
  expect(known.found.size).toBeLessThanOrEqual(8_000);
  expect(known.found.has("name 8999")).toBe(true);
  expect(known.found.has("name 0")).toBe(false);
  expect(find(db, "rara", true, known)).toBe(first);
  db.close();
});

test("The first of very many found are the same whether they are read at the top of the list or found as a whole", () => {
  const db = memoryDb();
  const names = ["Zoë", "Ana", "Łukasz", "Bruno", "Elena"];
  const person = (n: number) => ({
    name: n % 200 === 0 ? `Zz ${n}` : `${names[n % 5]} ${(n * 7_919) % 30_011}`,
    phone: `6${n}`,
  });
  addMany(
    db,
    Array.from({ length: 30_000 }, (_, n) => person(n)),
    "many",
    1,
  );
  while (indexSlice(db, 5_000));
  const early: string[] = [];
  for (const search of ["a", "an", "ana", "z", "zz", "b", "ana 2", "ana 200"]) {
    const known = noneKnown();
    for (const offset of [0, 60, 120]) {
      const { total, rows } = readList(db, { search, sort: "name" }, offset, 60, known);
      const whole = find(db, search, true, noneKnown());
      const ids = "ids" in whole ? [...whole.ids] : findAll(db, search);
      expect([search, total]).toEqual([search, ids.length]);
      expect(rows.map(({ id }) => id)).toEqual(ids.slice(offset, offset + 60));
    }
    if (known.found.has(`early ${search}`)) early.push(search);
  }
  expect(early).toEqual(["a", "an", "ana", "ana 2"]);
  db.close();
});

test("A search of signs alone finds who has them in the name or the phone, in each order, and nobody where nobody has", () => {
  const db = memoryDb();
  const names = ["🎉", "Zoë", "Ana -", "Bea"];
  const many = Array.from({ length: 6_000 }, () => ({ name: "Carl", phone: "+1" }));
  addMany(db, [...names.map((name) => ({ name, phone: "+34 600" })), ...many], "many", 1);
  while (indexSlice(db, 1_000));
  const found = (search: string, sort: Sort = "name") => {
    const { total, rows } = readList(db, { search, sort }, 0, 4);
    expect(findAll(db, search)).toHaveLength(total);
    return [total, ...rows.map((row) => row.name)];
  };
  expect(found("🎉")).toEqual([1, "🎉"]);
  expect(found(" - ")).toEqual([1, "Ana -"]);
  expect(found("+")).toEqual([6_004, "🎉", "Ana -", "Bea", "Carl"]);
  expect(found("+", "added")).toEqual([6_004, "🎉", "Zoë", "Ana -", "Bea"]);
  expect(found("---")).toEqual([0]);
  for (const nothing of ["", "  ", "´", "\u200B"]) expect(found(nothing)[0]).toBe(6_004);
  db.close();
});

test("What the search table does not have yet is found as well, be it one contact just saved or very many", () => {
  const db = manyContacts();
  const found = (search: string) => readList(db, { search, sort: "name" }, 0, 60).total;
  const before = { rara: found("rara"), six: found("6") };
  addContact(db, { name: "Rara Nueva", phone: "677" }, undefined, 2);
  expect({ rara: found("rara"), six: found("6"), nueva: found("rara nueva") }).toEqual({
    rara: before.rara + 1,
    six: before.six + 1,
    nueva: 1,
  });
  const people = Array.from({ length: 2_500 }, (_, n) => ({ name: `Rara ${n}`, phone: `6${n}` }));
  addMany(db, people, "many more", 3);
  expect({ rara: found("rara"), nueva: found("rara nueva") }).toEqual({
    rara: before.rara + 2_501,
    nueva: 1,
  });
  while (indexSlice(db, 1_000));
  expect(found("rara")).toBe(before.rara + 2_501);
  db.close();
});

test("One or two digits beside a word are of the name, and alone or three of them of the phone too", () => {
  const db = memoryDb();
  const people = Array.from({ length: 30 }, (_, n) => ({
    name: `Persona ${n}`,
    phone: `6001112${`${n}`.padStart(2, "0")}`,
  }));
  addMany(db, [...people, { name: "Sala 1", phone: "203" }, { name: "Sala 2", phone: "100" }], "many", 1);
  const found = (search: string) =>
    readList(db, { search, sort: "name" }, 0, 60).rows.map(({ name }) => name);
  for (const indexed of [false, true]) {
    if (indexed) while (indexSlice(db, 100));
    expect(found("persona 7")).toEqual(["Persona 7"]);
    expect(found("2 persona")).toEqual([
      "Persona 2",
      ...Array.from({ length: 10 }, (_, n) => `Persona 2${n}`),
    ]);
    expect(found("sala 1")).toEqual(["Sala 1"]);
    expect(found("sala 1 00")).toEqual(["Sala 2"]);
    expect(found("persona 207")).toEqual(["Persona 7"]);
    expect(found("persona 40")).toEqual([]);
    expect(found("07")).toEqual(["Persona 7"]);
    expect(findAll(db, "persona 7")).toEqual([8]);
  }
  db.close();
});

test("A search typed letter by letter finds the same as one that is asked for at once", () => {
  const db = manyContacts();
  for (const name of ["Ana 2a", "Rara 12 bis", "12 Rara", "Ana María"]) {
    addContact(db, { name, phone: "1" }, undefined, 2);
  }
  while (indexSlice(db, 1_000));
  for (const order of [null, readNameOrder(db, 404)()]) {
    for (const search of [
      "zoë 12",
      "rara 393",
      "60",
      "6 04 1",
      "1 2a",
      "12 r",
      "rara 12 b",
      "ana mari",
      "a 2",
    ]) {
      for (const sort of ["name", "-added"] as const) {
        const known: Known = { ...noneKnown(), order };
        for (let end = 1; end <= search.length; end += 1) {
          const typed = { search: search.slice(0, end), sort };
          const [inSteps, atOnce] = [known, { ...noneKnown(), order }].map((each) =>
            readList(db, typed, 0, 20, each),
          );
          expect([typed, inSteps]).toEqual([typed, atOnce]);
        }
      }
    }
  }
  db.close();
});

test("Contacts that another process has brought in are found in their place, though the order in memory lacks them", () => {
  const db = manyContacts();
  const known: Known = { ...noneKnown(), order: readNameOrder(db, 400)() };
  addContact(db, { name: "Zoë Zz", phone: "677" }, undefined, 2);
  for (const search of ["zo", "677"]) {
    const last = readList(db, { search, sort: "-name" }, 0, 1, known).rows[0];
    expect([search, last?.name]).toEqual([search, "Zoë Zz"]);
  }
  db.close();
});
