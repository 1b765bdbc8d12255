import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addMany } from "./add-many.ts";
import type { Sort } from "../../src/agenda/api-types.ts";
import { deleteContacts, restoreContacts } from "../../src/agenda/bin.ts";
import { counts } from "../../src/agenda/change-log.ts";
import { addContact, editContact, findContact } from "../../src/agenda/contacts.ts";
import { mergeContacts } from "../../src/agenda/duplicates.ts";
import { noneKnown, type Known } from "../../src/agenda/find.ts";
import { findAll, placeOf, readList } from "../../src/agenda/list.ts";
import { readNameOrder } from "../../src/agenda/name-order.ts";
import { indexSlice } from "../../src/agenda/search-index.ts";
import { undoChange } from "../../src/agenda/undo.ts";
import { memoryDb } from "./memory-db.ts";
import { naively, type Fields, type Model } from "./naive-search.ts";

const name = fc.constantFrom("José Mar", "mario", "Ana María", "Łukasz 2000", "Zoë", "ana", "");
const phone = fc.constantFrom("600 111 222", "+34600111222", "12", "2000", "1 2", "");
const fields = fc.record({ name, phone }).filter((one) => one.name !== "" || one.phone !== "");
const which = fc.array(fc.nat(11), { minLength: 1, maxLength: 4 });
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("add" as const), fields }),
    fc.record({ do: fc.constant("many" as const), all: fc.array(fields, { maxLength: 5 }) }),
    fc.record({ do: fc.constant("index" as const), size: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constant("edit" as const), which, fields }),
    fc.record({ do: fc.constant("delete" as const), which }),
    fc.record({ do: fc.constant("restore" as const), which }),
    fc.record({ do: fc.constant("merge" as const), which, fields }),
  ),
  { maxLength: 14 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

const searches = [
  "",
  "mar",
  "jose m",
  "a",
  "z",
  "600",
  "600 111",
  "6001112",
  "12",
  "2000",
  "luk 20",
  "ma 1",
  "1 a 2",
  "xx",
  "+",
  " - ",
  "---",
];
const sorts: Sort[] = ["name", "-name", "added", "-added"];

test("Whatever is added, edited, deleted, merged and undone, each search in each order finds what it should", () => {
  fc.assert(
    fc.property(steps, fc.array(fc.nat(20), { maxLength: 6 }), (asked, undos) => {
      using stack = new DisposableStack();
      const db = memoryDb();
      stack.defer(() => db.close());
      const changes: number[] = [];
      for (const step of asked) {
        const change = take(db, step);
        if (change !== null) changes.push(change);
      }
      for (const at of undos) {
        try {
          const change = changes[at];
          if (change !== undefined) changes.push(undoChange(db, change, 9).change);
        } catch (error) {
          expect(error).toMatchObject({ code: "cannot-undo" });
        }
      }
      compare(db);
    }),
    { numRuns: 100 },
  );
});

function take(db: ReturnType<typeof memoryDb>, step: Step): number | null {
  const ids = db.prepare("SELECT id FROM contact ORDER BY id").pluck().all() as number[];
  const chosen =
    "which" in step ? [...new Set(step.which.map((at) => ids[at]).filter((id) => id !== undefined))] : [];
  const listed = chosen.filter((id) => findContact(db, id)!.deleted_at === null);
  switch (step.do) {
    case "add":
      return addContact(db, step.fields, undefined, 1).change;
    case "many":
      return addMany(db, step.all, "file", 2)?.change ?? null;
    case "index":
      indexSlice(db, step.size);
      return null;
    case "edit":
      return listed[0] === undefined ? null : editContact(db, listed[0], step.fields, 3);
    case "delete":
      return deleteContacts(db, chosen, 4)?.change ?? null;
    case "restore":
      return restoreContacts(db, chosen, 5)?.change ?? null;
    case "merge":
      return listed.length < 2 ? null : mergeContacts(db, listed[0]!, listed.slice(1), step.fields, 6);
  }
}

function compare(db: ReturnType<typeof memoryDb>): void {
  const rows = db
    .prepare("SELECT id, name, phone, deleted_at IS NULL AS listed FROM contact")
    .all() as (Fields & {
    id: number;
    listed: 0 | 1;
  })[];
  const model: Model = new Map(
    rows.map(({ id, name, phone, listed }) => [id, { name, phone, listed: listed === 1 }]),
  );
  const listed = rows.filter((row) => row.listed === 1).length;
  expect(counts(db)).toEqual({ listed, binned: rows.length - listed });
  for (const search of searches) {
    for (const sort of sorts) {
      const expected = naively(model, search, sort);
      const { total, rows: all } = readList(db, { search, sort }, 0, 500);
      expect([search, sort, total, all.map((row) => row.id)]).toEqual([
        search,
        sort,
        expected.length,
        expected,
      ]);
      const offset = Math.floor(expected.length * 0.7);
      const some = readList(db, { search, sort }, offset, 2).rows.map((row) => row.id);
      expect([search, sort, offset, some]).toEqual([
        search,
        sort,
        offset,
        expected.slice(offset, offset + 2),
      ]);
      if (expected[offset] !== undefined) expect(placeOf(db, all[offset]!, { search, sort })).toBe(offset);
    }
    expect(findAll(db, search)).toEqual(naively(model, search, "name"));
  }
}

test("A search that finds thousands gives the same as one that finds few", () => {
  using stack = new DisposableStack();
  const db = memoryDb();
  stack.defer(() => db.close());
  const names = ["Ana", "Mar", "Zoë", "Bea", "Marta"];
  const many = Array.from({ length: 25_000 }, (_, at) => ({
    name: `${names[at % 5]} ${names[(at >> 3) % 5]}`,
    phone: `6${(at * 7919) % 100_000}`,
  }));
  addMany(db, many, "file", 1);
  const model: Model = new Map(many.map((one, at) => [at + 1, { ...one, listed: true }]));
  const check = (known: Known) => {
    for (const [search, sort] of [
      ["mar", "name"],
      ["6", "-added"],
      ["ma z", "-name"],
      ["612", "added"],
      ["61 2", "name"],
      ["", "-name"],
    ] as const) {
      const expected = naively(model, search, sort);
      for (const offset of [0, 300, Math.floor(expected.length * 0.6), expected.length - 3]) {
        const { total, rows } = readList(db, { search, sort }, offset, 5, known);
        expect([search, total, rows.map((row) => row.id)]).toEqual([
          search,
          expected.length,
          expected.slice(offset, offset + 5),
        ]);
      }
    }
  };
  check(noneKnown());
  while (indexSlice(db, 1_000));
  check(noneKnown());
  const next = readNameOrder(db, many.length);
  let order = next();
  while (!order) order = next();
  const known = { ...noneKnown(), order };
  check(known);
  check(known);
});
