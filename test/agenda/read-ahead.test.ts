import { expect, test } from "vitest";
import type { Agenda } from "../../src/agenda/agenda.ts";
import type { Page, View } from "../../src/agenda/api-types.ts";
import { noneKnown } from "../../src/agenda/find.ts";
import { keepView } from "../../src/agenda/kept.ts";
import { pageSize } from "../../src/agenda/list-page.ts";
import { readList } from "../../src/agenda/list.ts";
import { readAhead } from "../../src/agenda/read-ahead.ts";
import { addMany } from "./add-many.ts";
import { enter, launch, newFolder } from "./launch.ts";
import { memoryDb } from "./memory-db.ts";

const people = Array.from({ length: 400 }, (_, n) => ({
  name: `${n % 7 === 3 ? "Ana" : "Zoë"} ${1_000 + n}`,
  phone: `600${n}`,
}));
const scrolledTo = (index: number) => ({ index, id: null, pixels: 0 });

test.for([
  ["all, from their middle", { scroll: scrolledTo(200) }],
  ["all, newest first", { scroll: scrolledTo(130), sort: "-added" }],
  ["a search", { scroll: scrolledTo(0), search: "ana" }],
] as const)("What is read ahead is the page that was last on screen: %s", ([, view]) => {
  const db = memoryDb();
  addMany(db, people, "many", 1);
  keepView(db, view as Partial<View>);
  const known = noneKnown();
  readAhead({ db, known } as Agenda);
  const listing = { search: "", sort: "name" as const, ...view };
  const offset = Math.floor(view.scroll.index / pageSize) * pageSize;
  const ahead = readList(db, listing, offset, pageSize, known);
  expect(ahead).toBe(known.ahead);
  expect(ahead).toMatchObject(readList(db, listing, offset, pageSize));
  expect(readList(db, listing, offset, pageSize - 1, known).rows).toHaveLength(
    Math.min(pageSize - 1, ahead.total - offset),
  );
  db.close();
});

test("A contact that is added before the first page asks is in its answer", async () => {
  using home = newFolder();
  await using agenda = launch(home.folder);
  const page = await enter(await agenda.firstLine);
  const first = `api/contacts?search=&sort=name&offset=0&limit=${pageSize}`;
  expect(await page.call<Page>("GET", first)).toMatchObject({ total: 0 });
  await page.call("POST", "api/contacts", { name: "Ana", phone: "600", draft: "d".repeat(12) });
  expect(await page.call<Page>("GET", first)).toMatchObject({ total: 1, contacts: [{ name: "Ana" }] });
});
