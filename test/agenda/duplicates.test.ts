import { afterEach, beforeEach, expect, test } from "vitest";
import { addContact } from "../../src/agenda/contacts.ts";
import { duplicateGroups, likely } from "../../src/agenda/duplicates.ts";
import { homeNumbers } from "../../src/agenda/home-numbers.ts";
import type { Db } from "../../src/sqlite/open.ts";
import { memoryDb } from "./memory-db.ts";

let db: Db;
beforeEach(() => (db = memoryDb()));
afterEach(() => db.close());

const add = (name: string, phone: string) => addContact(db, { name, phone }, undefined, 1).id;
const ofES = homeNumbers("ES");

const likelyIds = (name: string, phone: string, home = ofES) =>
  likely(db, { name, phone }, 0, 5, home).map((row) => row.id);
const groupIds = (home = ofES) =>
  duplicateGroups(db, 0, 10, home).groups.map(({ why, rows }) => [why, rows.map((row) => row.id)]);

test("Likely duplicates are found by phone and by name without accents, and grouped", () => {
  const jose = add("José Pérez", "600 111 222");
  const same = add("Pepe", "600-111-222");
  const name = add("jose perez", "999");
  add("Ana", "");
  add("Bea", "");
  expect(likelyIds("JOSE PEREZ", "600111222")).toEqual([jose, same, name]);
  expect(likely(db, { name: "JOSE PEREZ", phone: "600111222" }, jose, 5, ofES)).toHaveLength(2);
  expect(groupIds()).toEqual([
    ["phone", [jose, same]],
    ["name", [jose, name]],
  ]);
  expect(duplicateGroups(db, 1, 10, ofES)).toMatchObject({ total: 2, groups: [{ why: "name" }] });
});

test("A number with its own country's code and one without it are the same, as long as that is the country", () => {
  const bare = add("Ana", "600 11 22 33");
  const coded = add("Ana R.", "+34 600 11 22 33");
  const zeros = add("Anita", "0034600112233");
  add("Bruno", "+44 600 11 22 33");
  for (const phone of ["600112233", "+34 600112233", "(0034) 600 11 22 33"]) {
    expect([phone, likelyIds("New", phone)]).toEqual([phone, [bare, coded, zeros]]);
  }
  expect(groupIds()).toEqual([["phone", [bare, coded, zeros]]]);
  expect(groupIds(homeNumbers("FR"))).toEqual([["phone", [coded, zeros]]]);
  expect(likelyIds("New", "600112233", homeNumbers(""))).toEqual([bare]);
});

test("A number of another country is the same with a plus and with 00", () => {
  const [plus, zeros] = [add("Luc", "+33 6 12 34 56 78"), add("Lucas", "0033612345678")];
  expect(likelyIds("New", "0033 6 12 34 56 78")).toEqual([plus, zeros]);
  expect(groupIds()).toEqual([["phone", [plus, zeros]]]);
});

test("A name that stands there twice with one number, once with the code, is one group and not two", () => {
  const [bare, coded] = [add("Ana", "600112233"), add("Ana", "+34600112233")];
  expect(groupIds()).toEqual([["phone", [bare, coded]]]);
  const other = add("Ana", "");
  expect(groupIds()).toEqual([
    ["phone", [bare, coded]],
    ["name", [bare, coded, other]],
  ]);
});
