import { expect, test } from "vitest";
import type { Page as ListPage } from "../../../src/agenda/api-types.ts";
import { adding, cursor, field, openAgenda, rows, showsNames } from "./open-agenda.ts";

const three = adding("José Ñandú, 600 111 222", "Ana Ruiz, 915 550 101", "Łukasz Nowak, +48 512 345 678");

test("The cursor begins in the name; Enter adds and returns there", async () => {
  await using opened = await openAgenda();
  const { page, guest, window } = opened;
  await page.getByText("No contacts", { exact: true }).waitFor();
  expect(await cursor(page)).toBe("name");
  await page.keyboard.type("María López");
  await page.keyboard.press("Tab");
  await page.keyboard.type("600 333 444");
  await page.keyboard.press("Enter");
  expect(await cursor(page)).toBe("name");
  await page.keyboard.type("Second");
  await page.keyboard.press("Enter");
  await showsNames(page, ["María López", "Second"]);
  expect(await field(page, "name").inputValue()).toBe("");
  await page.getByText("Saved: Second").waitFor();
  expect(await guest.call<ListPage>("GET", "api/contacts")).toMatchObject({
    contacts: [
      { name: "María López", phone: "600 333 444" },
      { name: "Second", phone: "" },
    ],
  });
  expect(window.complaints).toEqual([]);
});

test("Enter on nothing typed adds nothing", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  await field(page, "name").fill("   ");
  await page.keyboard.press("Enter");
  await field(page, "name").fill("Real");
  await page.keyboard.press("Enter");
  await showsNames(page, ["Real"]);
  expect(await guest.call("GET", "api/contacts")).toMatchObject({ total: 1 });
});

test("Search finds while it is typed, blind to accents, by name and by digits, and says when nothing matches", async () => {
  await using opened = await openAgenda(three);
  const { page } = opened;
  await page.keyboard.press("Control+f");
  await page.keyboard.type("jose");
  await showsNames(page, ["José Ñandú"]);
  await field(page, "search").fill("LUKASZ");
  await showsNames(page, ["Łukasz Nowak"]);
  await field(page, "search").fill("5550");
  await showsNames(page, ["Ana Ruiz"]);
  // As a telephone shows who calls from here, and from elsewhere.
  await field(page, "search").fill("+34 915 55");
  await showsNames(page, ["Ana Ruiz"]);
  await field(page, "search").fill("+48 512");
  await showsNames(page, ["Łukasz Nowak"]);
  await field(page, "search").fill("nobody");
  await page.getByText("Nobody matches “nobody”").waitFor();
  await page.getByRole("button", { name: "Clear the search" }).last().click();
  await showsNames(page, ["Ana Ruiz", "José Ñandú", "Łukasz Nowak"]);
});

test("A contact is edited in its place: Enter saves, Escape leaves it as it was", async () => {
  await using opened = await openAgenda(three);
  const { page, guest } = opened;
  await rows(page).filter({ hasText: "Ana Ruiz" }).dblclick();
  await expect.poll(() => cursor(page)).toBe("edit-name");
  await field(page, "edit-name").fill("Ana Ruiz Gil");
  await page.keyboard.press("Escape");
  await showsNames(page, ["Ana Ruiz", "José Ñandú", "Łukasz Nowak"]);
  expect(await cursor(page)).toBe("list");
  await page.keyboard.press("F2");
  await field(page, "edit-name").fill("Zoë Ruiz");
  await field(page, "edit-phone").fill("600 999 888");
  await page.keyboard.press("Enter");
  await showsNames(page, ["José Ñandú", "Łukasz Nowak", "Zoë Ruiz"]);
  expect(await guest.call("GET", "api/contacts?search=zoe")).toMatchObject({
    contacts: [{ name: "Zoë Ruiz", phone: "600 999 888" }],
  });
});

test("What was typed into one row is saved when another is edited, and stays where it is refused", async () => {
  await using opened = await openAgenda(three);
  const { page, guest } = opened;
  await rows(page).filter({ hasText: "Ana Ruiz" }).dblclick();
  await field(page, "edit-phone").fill("600 000 001");
  await rows(page).filter({ hasText: "José" }).dblclick();
  await expect.poll(() => field(page, "edit-name").inputValue()).toBe("José Ñandú");
  expect(await guest.call("GET", "api/contacts?search=ana")).toMatchObject({
    contacts: [{ name: "Ana Ruiz", phone: "600 000 001" }],
  });
  await field(page, "edit-name").fill("José María");
  // All changes: one that got through a moment later would say that nothing is wrong.
  await page.route("**/api/**", (route) =>
    route.request().method() === "GET" ? route.continue() : route.abort(),
  );
  await rows(page).filter({ hasText: "Łukasz" }).dblclick();
  await page.locator(".banner").waitFor();
  expect(await field(page, "edit-name").inputValue()).toBe("José María");
});

test("A row that was deleted while it was edited keeps no other from being edited", async () => {
  await using opened = await openAgenda(three);
  const { page, guest } = opened;
  await rows(page).filter({ hasText: "Ana Ruiz" }).dblclick();
  await field(page, "edit-name").fill("Ana Gil");
  const { contacts } = await guest.call<ListPage>("GET", "api/contacts?search=ana");
  await guest.call("POST", "api/delete", { ids: contacts.map(({ id }) => id) });
  await showsNames(page, ["José Ñandú", "Łukasz Nowak"]);
  await rows(page).filter({ hasText: "Łukasz" }).dblclick();
  await expect.poll(() => field(page, "edit-name").inputValue()).toBe("Łukasz Nowak");
});

test("Delete is undone by the button that says so, and by Ctrl+Z", async () => {
  await using opened = await openAgenda(three);
  const { page } = opened;
  await rows(page).filter({ hasText: "José" }).click();
  await page.keyboard.press("Delete");
  await showsNames(page, ["Ana Ruiz", "Łukasz Nowak"]);
  await page.getByText("Deleted: José Ñandú").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await showsNames(page, ["Ana Ruiz", "José Ñandú", "Łukasz Nowak"]);
  await rows(page).filter({ hasText: "Ana" }).click();
  await page.keyboard.press("Delete");
  await showsNames(page, ["José Ñandú", "Łukasz Nowak"]);
  await page.keyboard.press("Control+z");
  await showsNames(page, ["Ana Ruiz", "José Ñandú", "Łukasz Nowak"]);
});

test("Phones are shown in national or international form, and a questionable one is marked and explained", async () => {
  await using opened = await openAgenda(adding("A, 600111222", "B, +48512345678", "C, 60 01"));
  const { page } = opened;
  await showsNames(page, ["A", "B", "C"]);
  const phones = await page.locator(".row > .phone").allInnerTexts();
  expect(phones.map((phone) => phone.trim())).toEqual(["600 11 12 22", "+48 512 345 678", "60 01"]);
  expect(await page.getByRole("img", { name: /may be wrong/ }).count()).toBe(1);
  await rows(page).filter({ hasText: "60 01" }).click();
  await page.getByRole("toolbar").getByText("Number may be wrong").waitFor();
});

test("An undo that finds nothing left to bring back says so", async () => {
  await using opened = await openAgenda(three);
  const { page, guest } = opened;
  await rows(page).filter({ hasText: "Ana" }).click();
  await page.keyboard.press("Delete");
  await page.getByText("Deleted: Ana Ruiz").waitFor();
  await guest.call("POST", "api/bin/empty");
  await page.keyboard.press("Control+z");
  await page.getByText("This step had nothing left to undo").waitFor();
  await showsNames(page, ["José Ñandú", "Łukasz Nowak"]);
});
