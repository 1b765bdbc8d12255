import { expect, test } from "vitest";
import { noneKnown, type Known } from "../../src/agenda/find.ts";
import { readList } from "../../src/agenda/list.ts";
import { readNameOrder } from "../../src/agenda/name-order.ts";
import { searchAhead } from "../../src/agenda/search-ahead.ts";
import { indexSlice, startIndexOver } from "../../src/agenda/search-index.ts";
import { addMany } from "./add-many.ts";
import { memoryDb } from "./memory-db.ts";

test("What most searches begin with is found before anybody asks, in capitals and with accents too", () => {
  const db = memoryDb();
  const names = ["Zoë", "Ana", "Óscar", "Bruno"];
  const people = Array.from({ length: 40_000 }, (_, n) => ({ name: `${names[n % 4]} ${n}`, phone: `6${n}` }));
  addMany(db, people, "many", 1);
  while (indexSlice(db, 10_000));
  const order = readNameOrder(db, people.length);
  const known: Known = { ...noneKnown() };
  while (known.order === null) known.order = order();
  const step = searchAhead(db, known);
  let steps = 0;
  while (step()) steps += 1;
  expect(steps).toBe(36);
  // From here on nobody who asks the search table finds anything.
  startIndexOver(db);
  db.exec("UPDATE tally SET indexed_to = 40000");
  const total = (search: string) => readList(db, { search, sort: "name" }, 0, 60, known).total;
  expect(["a", "Z", "Ó", "6"].map(total)).toEqual([10_000, 10_000, 10_000, 40_000]);
  expect(total("an")).toBe(0);
  db.close();
});
