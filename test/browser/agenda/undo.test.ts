import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Page as Stretch } from "../../../src/agenda/api-types.ts";
import { adding, cursor, field, openAgenda, rows, showsNames } from "./open-agenda.ts";

const said = (page: Page) => page.locator(".toast").innerText();

test("Ctrl+Z in an empty field takes back what was just added, and Ctrl+Y adds it again", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page } = opened;
  await page.keyboard.type("Bea");
  await page.keyboard.press("Enter");
  await showsNames(page, ["Ana", "Bea"]);
  await page.keyboard.press("Control+z");
  await showsNames(page, ["Ana"]);
  expect(await cursor(page)).toBe("name");
  await expect.poll(() => said(page)).toBe("Undone");
  await page.keyboard.press("Control+y");
  await showsNames(page, ["Ana", "Bea"]);
  await expect.poll(() => said(page)).toBe("Redone");
  // What was done again is taken back again, and after that the change before it, however fast.
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await showsNames(page, []);
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+Shift+z");
  await showsNames(page, ["Ana", "Bea"]);
  await page.keyboard.press("Control+y");
  await page.getByText("There is nothing to redo").waitFor();
});

test("In a field Ctrl+Z takes back what was typed there first", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page } = opened;
  await field(page, "search").focus();
  await page.keyboard.type("an");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+z");
  await expect.poll(() => field(page, "search").inputValue()).toBe("an");
  await page.keyboard.press("Control+z");
  await expect.poll(() => field(page, "search").inputValue()).toBe("");
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => field(page, "search").inputValue()).toBe("an");
  await page.keyboard.press("Control+z");
  await showsNames(page, ["Ana"]);
  await page.keyboard.press("Control+z");
  await page
    .getByText("No contacts", { exact: true })
    .or(page.getByText("All contacts are in the bin"))
    .waitFor();
});

test("The notice of an undo offers to do it again, and that one to undo it, however often", async () => {
  await using opened = await openAgenda(async (guest) => {
    await adding("Ana", "Bea")(guest);
    await guest.call("PUT", "api/state", { language: "es" });
  });
  const { page } = opened;
  await rows(page).filter({ hasText: "Ana" }).click();
  await page.keyboard.press("Delete");
  await showsNames(page, ["Bea"]);
  for (let round = 0; round < 2; round += 1) {
    await page.getByRole("button", { name: "Deshacer" }).click();
    await showsNames(page, ["Ana", "Bea"]);
    await expect.poll(() => said(page)).toBe("Deshecho");
    await page.getByRole("button", { name: "Rehacer" }).click();
    await showsNames(page, ["Bea"]);
    await expect.poll(() => said(page)).toBe("Rehecho");
  }
});

test("What was undone is not done again over a change that came after it", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page, guest } = opened;
  await showsNames(page, ["Ana"]);
  await rows(page).first().click();
  await page.keyboard.press("Delete");
  await page.getByText("Deleted: Ana").waitFor();
  await page.keyboard.press("Control+z");
  await showsNames(page, ["Ana"]);
  await adding("Bea")(guest);
  await showsNames(page, ["Ana", "Bea"]);
  await page.keyboard.press("Control+y");
  await page.getByText("There is nothing to redo").waitFor();
  await showsNames(page, ["Ana", "Bea"]);
});

test("A contact that went in and out of the bin is taken back and brought again step by step, as often as one likes", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page } = opened;
  await page.keyboard.type("Beto");
  await page.keyboard.press("Enter");
  await showsNames(page, ["Ana", "Beto"]);
  await rows(page).filter({ hasText: "Beto" }).click();
  await page.keyboard.press("Delete");
  await showsNames(page, ["Ana"]);
  for (let round = 0; round < 3; round += 1) {
    for (const [key, names] of [
      ["z", ["Ana", "Beto"]],
      ["z", ["Ana"]],
      ["y", ["Ana", "Beto"]],
      ["y", ["Ana"]],
    ] as const) {
      await page.keyboard.press(`Control+${key}`);
      await showsNames(page, [...names]);
      await expect.poll(() => said(page)).toBe(key === "z" ? "Undone" : "Redone");
    }
  }
  await page.keyboard.press("Control+y");
  await page.getByText("There is nothing to redo").waitFor();
});

test("More than sixty steps are taken back and done again, also by a page that did none of them", async () => {
  const names = Array.from({ length: 65 }, (_, at) => `Ana ${String(at).padStart(2, "0")}`);
  await using opened = await openAgenda(adding(...names));
  const { page } = opened;
  const total = async () => (await opened.guest.call<Stretch>("GET", "api/contacts?limit=1")).total;
  await field(page, "name").focus();
  for (const _ of names) await page.keyboard.press("Control+z");
  await expect.poll(total).toBe(0);
  await page.keyboard.press("Control+z");
  await page.getByText("There is nothing to undo").waitFor();
  await page.reload();
  await field(page, "name").focus();
  for (const _ of names) await page.keyboard.press("Control+y");
  await expect.poll(total).toBe(65);
  await page.keyboard.press("Control+y");
  await page.getByText("There is nothing to redo").waitFor();
  // The undos and redos of before are no steps themselves.
  await page.keyboard.press("Control+z");
  await expect.poll(total).toBe(64);
});

test("What is undone while its row is open is not put back when the row is saved", async () => {
  await using opened = await openAgenda(adding("Ana, 600 111 222"));
  const { page, guest } = opened;
  await rows(page).filter({ hasText: "Ana" }).dblclick();
  await field(page, "edit-name").fill("Ana Gil");
  await page.keyboard.press("Enter");
  await showsNames(page, ["Ana Gil"]);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => field(page, "edit-name").inputValue()).toBe("Ana");
  await field(page, "edit-phone").fill("600 111 223");
  await page.keyboard.press("Enter");
  await showsNames(page, ["Ana"]);
  const { contacts } = await guest.call<Stretch>("GET", "api/contacts");
  expect(contacts).toMatchObject([{ name: "Ana", phone: "600 111 223" }]);
});
