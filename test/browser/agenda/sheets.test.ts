import path from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addMany } from "../../agenda/add-many.ts";
import { openDatabase } from "../../../src/sqlite/open.ts";
import { adding, cursor, field, openAgenda, rows, showsNames } from "./open-agenda.ts";

async function choose(page: Page, item: string): Promise<void> {
  await page.locator("[popovertarget]").click();
  await page.getByRole("menuitem", { name: item }).click();
}

const dialog = (page: Page) => page.getByRole("dialog");

test("The bin gives one back, and is emptied only when asked twice", async () => {
  await using opened = await openAgenda(adding("A", "B", "C"));
  const { page, guest } = opened;
  await rows(page).first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.getByText("All contacts are in the bin").waitFor();
  await choose(page, "Bin");
  await dialog(page).getByRole("button", { name: "Restore: B" }).click();
  await showsNames(page, ["B"]);
  await expect.poll(() => dialog(page).getByRole("listitem").count()).toBe(2);
  await dialog(page)
    .getByText(/^Until /)
    .first()
    .waitFor();
  await dialog(page).getByRole("button", { name: "Empty the bin…" }).click();
  expect(await guest.call("GET", "api/bin")).toMatchObject({ total: 2 });
  await dialog(page).getByRole("button", { name: "Remove 2 for good" }).click();
  await dialog(page).getByText("The bin is empty").waitFor();
  expect(await guest.call("GET", "api/bin")).toMatchObject({ total: 0 });
  await page.keyboard.press("Escape");
  await showsNames(page, ["B"]);
});

test("A list from which all were deleted says that they are in the bin, and opens it", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page, guest } = opened;
  await rows(page).click();
  await page.keyboard.press("Delete");
  await page.getByText("All contacts are in the bin").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Open the bin" }).click();
  await dialog(page).getByRole("button", { name: "Restore: Ana" }).click();
  await showsNames(page, ["Ana"]);
  await page.keyboard.press("Escape");
  await expect.poll(() => cursor(page)).toBe("list");
  await page.keyboard.press("Delete");
  await page.getByText("All contacts are in the bin").waitFor();
  await guest.call("POST", "api/bin/empty");
  await page.getByText("No contacts", { exact: true }).waitFor();
});

test("A likely duplicate is told of while it is typed, offered to merge, and merged only then", async () => {
  await using opened = await openAgenda(adding("María López, 600 111 222", "Zed"));
  const { page, guest } = opened;
  await field(page, "name").fill("Maria Lopez");
  await page.getByText("Already here: María López · 600 11 12 22").waitFor();
  await field(page, "name").press("Enter");
  await page.getByText("Saved: Maria Lopez. It looks like María López, who was there.").waitFor();
  expect(await guest.call("GET", "api/contacts")).toMatchObject({ total: 3 });
  await page.getByRole("button", { name: "Merge…" }).click();
  await dialog(page).getByLabel("María López").check();
  await dialog(page).getByRole("button", { name: "Merge", exact: true }).click();
  await showsNames(page, ["María López", "Zed"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => guest.call("GET", "api/contacts")).toMatchObject({ total: 3 });
});

test("All duplicates are listed with the reason, and those left apart where the user says so are not offered again", async () => {
  await using opened = await openAgenda(adding("Ana, 600 111 222", "Anita, 600111222", "Zed", "Zed"));
  const { page } = opened;
  await choose(page, "Duplicates");
  await dialog(page).getByText("The same number").waitFor();
  await dialog(page).getByText("The same name").waitFor();
  await dialog(page).getByRole("button", { name: "Merge…" }).first().click();
  await dialog(page).getByRole("button", { name: "Keep them apart" }).click();
  await expect.poll(() => dialog(page).getByRole("listitem").allInnerTexts()).toHaveLength(1);
  await dialog(page).getByText("The same name").waitFor();
  // Who leaves the sheet without an answer has said nothing.
  await dialog(page).getByRole("button", { name: "Merge…" }).click();
  await page.keyboard.press("Escape");
  await dialog(page).getByRole("button", { name: "Merge…" }).click();
  await dialog(page).getByRole("button", { name: "Merge", exact: true }).click();
  await dialog(page).getByText("No two contacts look like the same person.").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => rows(page).count()).toBe(3);
});

test("The bin and the duplicates are shown to their last, however many they are", async () => {
  await using opened = await openAgenda();
  const { page, guest, folder } = opened;
  const db = openDatabase(path.join(folder, "agenda.db"));
  const twin = (at: number) => ({ name: `Twin ${at >> 1}`, phone: String(1_000 + at) });
  addMany(
    db,
    Array.from({ length: 1_010 }, (_, at) => twin(at)),
    "twins",
    1,
  );
  db.close();
  const showAll = async () => {
    const more = dialog(page).getByRole("button", { name: "Show more" });
    const many = () => dialog(page).getByRole("listitem").count();
    await more.waitFor();
    for (let before = await many(); (await more.count()) > 0; before = await many()) {
      await more.click();
      await expect.poll(many).toBeGreaterThan(before);
    }
    return many();
  };
  await choose(page, "Duplicates");
  expect(await showAll()).toBe(505);
  await page.keyboard.press("Escape");
  await guest.call("POST", "api/delete", { search: "" });
  await choose(page, "Bin");
  expect(await showAll()).toBe(1_010);
  const last = dialog(page).getByRole("listitem").last();
  await last.getByRole("button").click();
  await expect.poll(() => guest.call("GET", "api/contacts")).toMatchObject({ total: 1 });
});

test("Selected contacts are merged by hand", async () => {
  await using opened = await openAgenda(adding("Ana, 1", "Bea, 2", "Cleo, 3"));
  const { page } = opened;
  await rows(page).nth(0).click();
  await rows(page)
    .nth(1)
    .click({ modifiers: ["Shift"] });
  await page.getByRole("toolbar").getByRole("button", { name: "Merge…" }).click();
  await dialog(page).getByLabel("Bea").check();
  await dialog(page).getByRole("button", { name: "Merge", exact: true }).click();
  await showsNames(page, ["Bea", "Cleo"]);
});

test("Language, appearance and country are switched at once, and the cursor returns to where it was", async () => {
  await using opened = await openAgenda(adding("Ana, +44 20 7946 0958"));
  const { page } = opened;
  await page.getByText("+44 20 7946 0958").waitFor();
  await page.keyboard.press("F1");
  await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await cursor(page)).toBe("name");
  await choose(page, "Settings");
  await dialog(page).getByLabel("Language").selectOption("es");
  await page.getByRole("heading", { name: "Ajustes" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("es");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await dialog(page).getByLabel("Aspecto").selectOption("light");
  const light = await paper();
  await dialog(page).getByLabel("Aspecto").selectOption("dark");
  expect(await paper()).not.toBe(light);
  await dialog(page).getByLabel("País").selectOption("GB");
  await page.keyboard.press("Escape");
  await page.getByText("020 7946 0958").waitFor();
  await page.getByLabel("Nombre", { exact: true }).waitFor();
});

test("The shortcut sheet opens on ? outside a field, and a question mark in a field is only that", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page } = opened;
  await field(page, "name").press("?");
  expect(await field(page, "name").inputValue()).toBe("?");
  await rows(page).first().click();
  await page.keyboard.press("?");
  await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
});

test("A number beside a name that is written from right to left is written from left to right", async () => {
  const name = "محمد علي";
  await using opened = await openAgenda(adding(`${name}, 600 111 222`, `${name}, 600 333 444`));
  const { page, guest } = opened;
  /** Where the first and the last digit of the number stand, in pixels from the left. */
  const ends = (within: string) =>
    page
      .locator(within)
      .first()
      .evaluate((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const text = () => walker.currentNode as Text;
        while (!/\d/.test(text().nodeValue ?? "")) walker.nextNode();
        const digits = [...text().data.matchAll(/\d/g)].map(({ index }) => index);
        return [digits[0]!, digits.at(-1)!].map((at) => {
          const range = document.createRange();
          range.setStart(text(), at);
          range.setEnd(text(), at + 1);
          return range.getBoundingClientRect().left;
        });
      });
  const isInOrder = async (within: string) => {
    const [first = 0, last = 0] = await ends(within);
    return first < last;
  };
  await field(page, "name").fill(name);
  await page.getByText("Already here:").waitFor();
  expect(await isInOrder(".already span")).toBe(true);
  await choose(page, "Duplicates");
  await dialog(page).getByRole("listitem").waitFor();
  expect(await isInOrder("dialog li p")).toBe(true);
  await page.keyboard.press("Escape");
  await guest.call("POST", "api/delete", { search: "" });
  await choose(page, "Bin");
  await dialog(page).getByRole("listitem").first().waitFor();
  expect(await isInOrder("dialog li div")).toBe(true);
});
