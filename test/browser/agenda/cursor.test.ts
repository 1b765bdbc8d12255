import { expect, test } from "vitest";
import type { Page as ListPage } from "../../../src/agenda/api-types.ts";
import { adding, cursor, field, openAgenda, rows, showsNames } from "./open-agenda.ts";

const four = adding("Ana", "Beto", "Marta", "Mario, 600 111 222");

test("Who goes on typing into a search that found nobody stays in it when it finds somebody, and deletes nobody", async () => {
  await using opened = await openAgenda(four);
  const { page, guest } = opened;
  await field(page, "search").focus();
  await page.keyboard.type("martaz");
  await page.getByText("Nobody matches").waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Backspace");
  await showsNames(page, ["Marta"]);
  await page.keyboard.press("Backspace");
  await showsNames(page, ["Marta"]);
  expect(await field(page, "search").inputValue()).toBe("mart");
  expect(await guest.call<ListPage>("GET", "api/contacts")).toMatchObject({ total: 4 });
});

test("Backspace in the list takes back the last letter of the search, and never a contact", async () => {
  await using opened = await openAgenda(four);
  const { page, guest } = opened;
  await rows(page).first().click();
  await page.keyboard.press("Backspace");
  await page.keyboard.type("mart");
  await showsNames(page, ["Marta"]);
  await page.keyboard.press("Enter");
  await expect.poll(() => cursor(page)).toBe("list");
  await page.keyboard.press("Backspace");
  await showsNames(page, ["Mario", "Marta"]);
  expect(await field(page, "search").inputValue()).toBe("mar");
  expect(await guest.call<ListPage>("GET", "api/contacts")).toMatchObject({ total: 4 });
});

test("The cursor is never nowhere: a button that goes with what it did gives it to the list or to its sheet", async () => {
  await using opened = await openAgenda(four);
  const { page } = opened;
  const inPlace = () => page.evaluate(() => document.activeElement !== document.body);
  await rows(page).first().click();
  await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).press("Enter");
  await page.getByText("Deleted: Ana").waitFor();
  await expect.poll(() => cursor(page)).toBe("list");
  await page.getByRole("button", { name: "Dismiss" }).press("Enter");
  await expect.poll(() => cursor(page)).toBe("list");
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByText("Bin", { exact: true }).click();
  await page.getByRole("button", { name: /^Restore: Ana/ }).press("Enter");
  await page.getByText("The bin is empty.").waitFor();
  expect(await inPlace()).toBe(true);
});

test("Letters that are typed where nobody was found go on in the search", async () => {
  await using opened = await openAgenda(four);
  const { page } = opened;
  await field(page, "search").fill("mart");
  await showsNames(page, ["Marta"]);
  await rows(page).first().click();
  await page.keyboard.press("Delete");
  await page.getByText("Nobody matches").waitFor();
  await page.keyboard.press("Backspace");
  await showsNames(page, ["Mario"]);
  expect(await cursor(page)).toBe("search");
});

test("What an input method is composing is not yet entered by its Enter", async () => {
  await using opened = await openAgenda(four);
  const { page } = opened;
  await rows(page).first().dblclick();
  await expect.poll(() => cursor(page)).toBe("edit-name");
  const press = (isComposing: boolean) =>
    field(page, "edit-name").dispatchEvent("keydown", { key: "Enter", isComposing, bubbles: true });
  await press(true);
  expect(await field(page, "edit-name").count()).toBe(1);
  await press(false);
  await expect.poll(() => field(page, "edit-name").count()).toBe(0);
});

test("A row is read out as its contact, and what the mouse has marked is what Ctrl+C copies", async () => {
  await using opened = await openAgenda(four);
  const { page } = opened;
  await page.getByRole("row", { name: "Mario, 600 11 12 22", exact: true }).click();
  await page.evaluate(() => {
    const name = document.querySelector(".row[aria-selected=true] > .name")!;
    getSelection()!.selectAllChildren(name);
  });
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Mario");
  await page.evaluate(() => getSelection()!.removeAllRanges());
  await page.keyboard.press("Control+c");
  await page.getByText("Copied: 600 11 12 22").waitFor();
  await rows(page).first().click();
  await page.keyboard.press("Control+c");
  await page.getByText("There is no number to copy.").waitFor();
});
