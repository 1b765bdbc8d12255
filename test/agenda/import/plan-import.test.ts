import { afterEach, beforeEach, expect, test } from "vitest";
import { addContact } from "../../../src/agenda/contacts.ts";
import { homeNumbers } from "../../../src/agenda/home-numbers.ts";
import { planImport } from "../../../src/agenda/import/plan-import.ts";
import { readContacts } from "../../../src/agenda/import/read-contacts.ts";
import type { Db } from "../../../src/sqlite/open.ts";
import { memoryDb } from "../memory-db.ts";

let db: Db;
beforeEach(() => (db = memoryDb()));
afterEach(() => db.close());

const countsOf = async (text: string, country: string) => {
  const reading = readContacts(Buffer.from(text), "a.csv");
  const { fresh, duplicate } = await planImport(db, reading, homeNumbers(country), () => {});
  return { fresh: fresh.rows(), duplicate };
};

test("A number that is listed, or came before in the file, counts as there also with its country's code before it", async () => {
  addContact(db, { name: "Ana", phone: "+34 600 11 22 33" }, undefined, 1);
  const file = "Nombre;Teléfono\nAna;600112233\nBea;600112244\nBea;0034600112244\nAna;+44600112233\n";
  expect(await countsOf(file, "ES")).toEqual({ fresh: 2, duplicate: 2 });
  expect(await countsOf(file, "FR")).toEqual({ fresh: 4, duplicate: 0 });
});

test("A number of another country counts as there also with 00 for its plus", async () => {
  expect(await countsOf("Name;Phone\nLuc;+33 612345678\nLuc;0033 612345678\n", "ES")).toEqual({
    fresh: 1,
    duplicate: 1,
  });
});

test("A file of Agenda's own brings both of a number that the list had with the code and without it", async () => {
  const file = "Name;Phone;Agenda 1\nAna;600112233;\nAna;'+34600112233;\n";
  expect(await countsOf(file, "ES")).toEqual({ fresh: 2, duplicate: 0 });
  addContact(db, { name: "Ana", phone: "600112233" }, undefined, 1);
  expect(await countsOf(file, "ES")).toEqual({ fresh: 1, duplicate: 1 });
});
