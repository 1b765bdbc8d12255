import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Agenda } from "../../src/agenda/agenda.ts";
import { contactRoutes } from "../../src/agenda/contact-routes.ts";
import { noneKnown } from "../../src/agenda/find.ts";
import { isIndexed } from "../../src/agenda/search-index.ts";
import { addMany } from "./add-many.ts";
import { memoryDb } from "./memory-db.ts";

test("Of the searches of one who types on in a list that is not indexed yet only the last is made", async () => {
  const db = memoryDb();
  addMany(db, [{ name: "Ana", phone: "600" }], "few", 1);
  expect(isIndexed(db)).toBe(false);
  const known = noneKnown();
  const list = contactRoutes({ db, known, revision: 1 } as Agenda).find(
    ({ path }) => path === "/api/contacts",
  )!;
  const asking = (search: string, signal: AbortSignal) =>
    list.answer({
      params: {},
      query: { search },
      body: undefined,
      request: new Request("http://127.0.0.1/", { signal }),
    });
  const typing = new AbortController();
  const given = asking("6", typing.signal);
  const last = asking("60", new AbortController().signal);
  // The bytes of a request and the end of its connection are read in turns of their own.
  for (let turns = 0; turns < 3; turns++) await turn();
  typing.abort();
  expect(await given).toMatchObject({ status: 499 });
  expect(await last).toMatchObject({ total: 1 });
  expect([...known.found.keys()]).toHaveLength(1);
  db.close();
});
