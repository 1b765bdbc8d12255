import { expect, test } from "vitest";
import type { Page } from "../../src/agenda/api-types.ts";
import { addContact } from "../../src/agenda/contacts.ts";
import { openForExchange } from "../../src/agenda/open-for-exchange.ts";
import { enter, launch, newFolder } from "./launch.ts";

test("An open page hears within seconds that another process changed the contacts", async () => {
  using home = newFolder();
  await using agenda = launch(home.folder);
  const page = await enter(await agenda.firstLine);
  const before = await page.call<Page>("GET", "api/contacts?search=process");
  const events = (await page.ask("GET", "api/events")).body!.pipeThrough(new TextDecoderStream());
  const { db } = await openForExchange(home.folder);
  addContact(db, { name: "From another process", phone: "" }, undefined, 1);
  db.close();
  for await (const text of events) if (text.includes('"kind":"contacts"')) break;
  const after = await page.call<Page>("GET", "api/contacts?search=process");
  expect([before.total, after.total]).toEqual([0, 1]);
  expect(after.revision).toBeGreaterThan(before.revision);
});
