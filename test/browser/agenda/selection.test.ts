import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { adding, cursor, field, openAgenda, rows, showsNames } from "./open-agenda.ts";

const five = adding("A, 600 111 221", "B, 600 111 222", "C, 600 111 223", "D", "E, 600 111 225");
const row = (page: Page, name: string) => rows(page).filter({ has: page.getByText(name, { exact: true }) });
const selected = (page: Page) => page.locator('.row[aria-selected="true"] > .name').allInnerTexts();

test("Click, Ctrl+click and Shift+click select one, one more, and all between", async () => {
  await using opened = await openAgenda(five);
  const { page } = opened;
  await row(page, "B").click();
  expect(await selected(page)).toEqual(["B"]);
  await row(page, "D").click({ modifiers: ["Shift"] });
  await expect.poll(() => selected(page)).toEqual(["B", "C", "D"]);
  await row(page, "C").click({ modifiers: ["ControlOrMeta"] });
  await expect.poll(() => selected(page)).toEqual(["B", "D"]);
  await page.getByRole("toolbar").getByText("2 selected").waitFor();
  await page.getByRole("button", { name: "Select E" }).click();
  await expect.poll(() => selected(page)).toEqual(["B", "D", "E"]);
  await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).click();
  await showsNames(page, ["A", "C"]);
  await page.getByText("3 contacts deleted").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await showsNames(page, ["A", "B", "C", "D", "E"]);
});

test("The keyboard does all of it: move, extend, add one, select all, none", async () => {
  await using opened = await openAgenda(five);
  const { page } = opened;
  await field(page, "search").press("ArrowDown");
  expect(await cursor(page)).toBe("list");
  await expect.poll(() => selected(page)).toEqual(["A"]);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => selected(page)).toEqual(["B"]);
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => selected(page)).toEqual(["B", "C"]);
  await page.keyboard.press("Control+End");
  await page.keyboard.press(" ");
  await expect.poll(() => selected(page)).toEqual(["B", "C", "E"]);
  await page.keyboard.press("Home");
  await expect.poll(() => selected(page)).toEqual(["A"]);
  await page.keyboard.press("Control+a");
  await expect.poll(() => selected(page)).toEqual(["A", "B", "C", "D", "E"]);
  await page.keyboard.press("Escape");
  await expect.poll(() => selected(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await cursor(page)).toBe("name");
});

test("A letter typed in the list goes to the search, and the active row is named to a screen reader", async () => {
  await using opened = await openAgenda(five);
  const { page } = opened;
  await row(page, "C").click();
  const active = await page.getByRole("grid").getAttribute("aria-activedescendant");
  expect(await page.locator(`#${active}`).innerText()).toContain("C");
  await page.keyboard.type("e");
  await showsNames(page, ["E"]);
  expect(await cursor(page)).toBe("search");
  expect(await field(page, "search").inputValue()).toBe("e");
});

test("A number is copied by key, by row and by bar, and is a link for the telephone program", async () => {
  await using opened = await openAgenda(five);
  const { page } = opened;
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await row(page, "B").click();
  await page.keyboard.press("Control+c");
  await page.getByText("Copied: 600 11 12 22").waitFor();
  expect(await clipboard()).toBe("600 11 12 22");
  await row(page, "C").hover();
  await page.getByRole("button", { name: "Copy the number: C" }).click();
  await expect.poll(clipboard).toBe("600 11 12 23");
  await page.getByRole("toolbar").getByRole("button", { name: "Copy the number" }).click();
  await expect.poll(clipboard).toBe("600 11 12 22");
  expect(await page.getByRole("link", { name: "Call: B" }).getAttribute("href")).toBe("tel:+34600111222");
  expect(await page.getByRole("link", { name: "Call: D" }).count()).toBe(0);
});

test("The order is chosen, and kept", async () => {
  await using opened = await openAgenda(adding("B", "A", "C"));
  const { page, guest } = opened;
  await showsNames(page, ["A", "B", "C"]);
  for (const [label, names] of [
    ["Z to A", ["C", "B", "A"]],
    ["Newest first", ["C", "A", "B"]],
    ["Oldest first", ["B", "A", "C"]],
  ] as const) {
    await page.getByLabel("Order").selectOption({ label });
    await showsNames(page, names);
  }
  await expect.poll(() => guest.call("GET", "api/state")).toMatchObject({ view: { sort: "added" } });
});

test("The first click in a list that is scrolled selects what is clicked, and moves nothing", async () => {
  const many = Array.from({ length: 60 }, (_, at) => `Person ${100 + at}`);
  await using opened = await openAgenda(adding(...many));
  const { page } = opened;
  await page.locator(".list").hover();
  await page.mouse.wheel(0, 930);
  const row = rows(page).filter({ hasText: "Person 125" });
  await expect.poll(() => page.locator(".list").evaluate((list) => list.scrollTop)).toBe(930);
  await expect.poll(() => row.count()).toBe(1);
  const place = await row.boundingBox();
  await row.click();
  await expect.poll(() => row.getAttribute("aria-selected")).toBe("true");
  expect(await row.boundingBox()).toEqual(place);
});

test("The keyboard goes on where the list was when nobody is left in it, and in the list when they are back", async () => {
  await using opened = await openAgenda(adding("Ana", "Al", "Bo"));
  const { page } = opened;
  // Not the same names: what is selected before the answer to a search has come is let go with the list before it.
  for (const [search, names] of [
    ["", ["Al", "Ana", "Bo"]],
    ["a", ["Al", "Ana"]],
  ] as const) {
    await field(page, "search").fill(search);
    await showsNames(page, names);
    await rows(page).first().click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await expect.poll(() => page.evaluate(() => document.activeElement!.className)).toBe("empty");
    await page.keyboard.press("Control+z");
    await showsNames(page, names);
    await expect.poll(() => page.evaluate(() => document.activeElement!.className)).toBe("list");
  }
});

test("After several are deleted the keyboard goes on at the first behind them, and at the last where none is", async () => {
  const many = Array.from({ length: 200 }, (_, at) => `Person ${100 + at}`);
  await using opened = await openAgenda(adding(...many));
  const { page } = opened;
  const at = () => page.locator(".row.active > .name").innerText();
  await row(page, "Person 110").click();
  for (let n = 0; n < 49; n += 1) await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => at()).toBe("Person 159");
  await page.keyboard.press("Delete");
  await page.getByText("50 contacts deleted").waitFor();
  await expect.poll(at).toBe("Person 160");
  expect(await row(page, "Person 160").isVisible()).toBe(true);
  await page.keyboard.press("ArrowUp");
  await expect.poll(at).toBe("Person 109");
  // A single one, and then the others up from there.
  await page.keyboard.press("Delete");
  await page.getByText("Deleted: Person 109").waitFor();
  await expect.poll(at).toBe("Person 160");
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Delete");
  await page.getByText("3 contacts deleted").waitFor();
  await expect.poll(at).toBe("Person 296");
});

test("Who types a contact that is there is told so while another is selected, which is at hand again in the list", async () => {
  await using opened = await openAgenda(adding("Ana Ruiz", "Bea Gil"));
  const { page } = opened;
  await row(page, "Bea Gil").click();
  await page.getByRole("toolbar").getByText("1 selected").waitFor();
  expect(await page.getByLabel("Order").isVisible()).toBe(true);
  await field(page, "name").fill("Ana Ruiz");
  await page.getByText("Already here: Ana Ruiz").waitFor();
  expect(await selected(page)).toEqual(["Bea Gil"]);
  await page.locator(".list").focus();
  await page.getByRole("toolbar").getByText("1 selected").waitFor();
  await field(page, "name").focus();
  await page.getByRole("button", { name: "Show" }).click();
  await expect.poll(() => selected(page)).toEqual(["Ana Ruiz"]);
  await page.getByRole("toolbar").getByText("1 selected").waitFor();
});

test("Where the cursor was in a list that is empty now, it begins in the name", async () => {
  await using opened = await openAgenda((guest) => guest.call("PUT", "api/state", { focus: "list:7" }));
  expect(await cursor(opened.page)).toBe("name");
});
