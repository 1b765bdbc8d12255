import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Page as ListPage } from "../../../src/agenda/api-types.ts";
import { adding, field, openAgenda, rows, showsNames } from "./open-agenda.ts";

/** Opens the same address in a second tab. */
async function another(page: Page): Promise<Page> {
  const second = await page.context().newPage();
  await second.goto(page.url());
  await field(second, "name").waitFor();
  return second;
}

test("A half-typed contact that both pages show is saved by one; what the other makes of it is saved too", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  await field(page, "name").fill("Ana");
  await expect.poll(() => guest.call("GET", "api/state")).toMatchObject({ draft: { name: "Ana" } });
  const [second, third] = [await another(page), await another(page)];
  await field(third, "phone").fill("600 1");
  await field(page, "name").press("Enter");
  await showsNames(page, ["Ana"]);
  await expect.poll(() => field(second, "name").inputValue()).toBe("");
  await expect
    .poll(() => guest.call("GET", "api/state"))
    .toMatchObject({ draft: { name: "Ana", phone: "600 1" } });
  await field(third, "name").fill("Bruno");
  await field(third, "name").press("Enter");
  await showsNames(page, ["Ana", "Bruno"]);
  const { contacts } = await guest.call<ListPage>("GET", "api/contacts");
  expect(contacts.map(({ name, phone }) => [name, phone])).toEqual([
    ["Ana", ""],
    ["Bruno", "600 1"],
  ]);
  await expect.poll(() => guest.call("GET", "api/state")).toMatchObject({ draft: null });
});

test("A selected contact that is deleted, merged or taken back is selected no more, wherever that was done", async () => {
  await using opened = await openAgenda(adding("A", "B", "C", "D", "E"));
  const { page, guest } = opened;
  const second = await another(page);
  const row = (name: string) => rows(page).filter({ has: page.getByText(name, { exact: true }) });
  await row("A").click();
  await row("D").click({ modifiers: ["Shift"] });
  const bar = page.getByRole("toolbar");
  await bar.getByText("4 selected").waitFor();
  await rows(second).filter({ hasText: "D" }).click();
  await second.keyboard.press("Delete");
  await bar.getByText("3 selected").waitFor();
  await row("C").hover();
  await page.getByRole("button", { name: "Delete: C" }).click();
  await bar.getByText("2 selected").waitFor();
  await bar.getByRole("button", { name: "Merge…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click();
  await bar.getByText("1 selected").waitFor();
  await adding("F")(guest);
  await row("F").click();
  await second.keyboard.press("Control+z");
  await showsNames(page, ["A", "E"]);
  await expect.poll(() => bar.count()).toBe(0);
});

test("What was typed into a row is not lost without a word when another page deletes its contact", async () => {
  await using opened = await openAgenda(adding("Ana", "Beto, 600 111 222"));
  const { page, guest } = opened;
  await rows(page).filter({ hasText: "Beto" }).dblclick();
  await field(page, "edit-name").fill("Beto of the second floor");
  const { contacts } = await guest.call<ListPage>("GET", "api/contacts?search=beto");
  await guest.call("POST", "api/delete", { ids: [contacts[0]!.id] });
  await page.getByText("While you edited it, it said: Beto of the second floor 600 111 222").waitFor();
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset["spot"]))
    .toBe("list");
  await expect.poll(() => guest.call("GET", "api/state")).toMatchObject({ view: { edit: null } });
});

test("What another page saves of a contact stays, where this one only edits its name", async () => {
  await using opened = await openAgenda(adding("Ana", "Beto, 600 111 222"));
  const { page, guest } = opened;
  await rows(page).filter({ hasText: "Beto" }).dblclick();
  await field(page, "edit-name").fill("Beto of the second floor");
  const { contacts } = await guest.call<ListPage>("GET", "api/contacts?search=beto");
  await guest.call("PATCH", `api/contacts/${contacts[0]!.id}`, { name: "Beto G", phone: "700 333 444" });
  await expect.poll(() => field(page, "edit-phone").inputValue()).toBe("700 333 444");
  expect(await field(page, "edit-name").inputValue()).toBe("Beto of the second floor");
  await field(page, "edit-name").press("Enter");
  await showsNames(page, ["Ana", "Beto of the second floor"]);
  const after = await guest.call<ListPage>("GET", "api/contacts?search=beto");
  expect(after.contacts).toMatchObject([{ name: "Beto of the second floor", phone: "700 333 444" }]);
});
