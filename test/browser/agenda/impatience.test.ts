import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { adding, field, openAgenda, rows, showsNames } from "./open-agenda.ts";

const row = (page: Page, name: string) => rows(page).filter({ has: page.getByText(name, { exact: true }) });
const selected = (page: Page) => page.locator('.row[aria-selected="true"] > .name').allInnerTexts();

/** Has answers about the list come that late, in milliseconds. */
async function slowList(page: Page, late: number, asked = /api\/contacts\?/): Promise<void> {
  await page.route(asked, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, late));
    await route.continue();
  });
}

test("Whoever is faster than the search selects and deletes what it finds, and not what was there before", async () => {
  await using opened = await openAgenda(adding("Ana", "Bruno", "Carla"));
  const { page } = opened;
  await slowList(page, 150);
  await row(page, "Ana").click();
  await field(page, "search").focus();
  await page.keyboard.type("bru");
  await page.keyboard.press("Enter");
  await expect.poll(() => selected(page)).toEqual(["Bruno"]);
  await field(page, "search").fill("car");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Delete");
  await page.getByText("Deleted: Carla").waitFor();
  await field(page, "search").fill("");
  await showsNames(page, ["Ana", "Bruno"]);
});

test("Whoever is faster than the list deletes what was chosen last", async () => {
  const many = Array.from({ length: 300 }, (_, at) => `Person ${1_000 + at}`);
  await using opened = await openAgenda(adding(...many));
  const { page } = opened;
  await slowList(page, 150);
  await rows(page).first().click();
  await page.keyboard.press("End");
  await page.keyboard.press("Delete");
  await page.getByText("Deleted: Person 1299").waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.getByText("299 contacts deleted").waitFor();
});

test("What was being chosen in a list that is shown no more is not selected in the next", async () => {
  const many = Array.from({ length: 300 }, (_, at) => `Person ${1_000 + at}`);
  await using opened = await openAgenda(adding(...many));
  const { page } = opened;
  // Only the contacts that are selected without being shown: the list asks for 60.
  await slowList(page, 600, /limit=(?!60$)/);
  await rows(page).first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1001");
  await showsNames(page, ["Person 1001"]);
  await page.waitForTimeout(900);
  await page.getByText("1 found").waitFor();
});

test("The keyboard stays at its contact when another comes in above it", async () => {
  await using opened = await openAgenda(adding("A, 600 111 221", "B", "C, 600 111 223", "D", "E"));
  const { page, guest } = opened;
  await row(page, "C").click();
  await adding("AA, 600 999 999")(guest);
  await showsNames(page, ["A", "AA", "B", "C", "D", "E"]);
  await page.keyboard.press("Control+c");
  await page.getByText("Copied: 600 11 12 23").waitFor();
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => selected(page)).toEqual(["C", "D"]);
  await page.keyboard.press("F2");
  await expect.poll(() => field(page, "edit-name").inputValue()).toBe("D");
});

test("Shift+click extends from a contact of the list that is shown, and from its first where none was chosen", async () => {
  await using opened = await openAgenda(adding("Ana", "Anabel", "Anastasia", "Bruno", "Carla"));
  const { page } = opened;
  await row(page, "Carla").click();
  await field(page, "search").fill("ana");
  await showsNames(page, ["Ana", "Anabel", "Anastasia"]);
  await row(page, "Anabel").click({ modifiers: ["Shift"] });
  await expect.poll(() => selected(page)).toEqual(["Ana", "Anabel"]);
});

/** Clicks twice in one place, as slowly as a double click may be. */
async function doubleClick(page: Page, button: Locator): Promise<void> {
  const { x, y, width, height } = (await button.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForTimeout(200);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
}

test("Delete that is held down deletes what was chosen, and not the next ones too", async () => {
  await using opened = await openAgenda(adding("A", "B", "C"));
  const { page } = opened;
  await rows(page).filter({ hasText: "A" }).click();
  for (const left of [
    ["B", "C"],
    ["B", "C"],
  ]) {
    await page.keyboard.down("Delete");
    await page.waitForTimeout(300);
    await showsNames(page, left);
  }
  await page.keyboard.up("Delete");
  await page.keyboard.press("Delete");
  await showsNames(page, ["C"]);
});

test("A double click on a button of a row is one click, and opens nothing", async () => {
  await using opened = await openAgenda(adding("A, 600 111 221", "B", "C"));
  const { page } = opened;
  await row(page, "A").hover();
  await doubleClick(page, page.getByRole("button", { name: "Copy the number: A" }));
  await page.getByText("Copied: 600 11 12 21").waitFor();
  expect(await field(page, "edit-name").count()).toBe(0);
  await doubleClick(page, page.getByRole("button", { name: "Delete: A" }));
  await showsNames(page, ["B", "C"]);
});

test("A double click empties no bin", async () => {
  await using opened = await openAgenda(adding("A", "B"));
  const { page, guest } = opened;
  await row(page, "A").click();
  await page.keyboard.press("Delete");
  await page.getByText("Deleted: A").waitFor();
  await page.locator("[popovertarget]").click();
  await page.getByRole("menuitem", { name: "Bin" }).click();
  await doubleClick(page, page.getByRole("button", { name: "Empty the bin…" }));
  await page.waitForTimeout(300);
  expect(await guest.call("GET", "api/bin")).toMatchObject({ total: 1 });
  await page.getByRole("button", { name: "Remove 1 for good" }).click();
  await expect.poll(() => guest.call("GET", "api/bin")).toMatchObject({ total: 0 });
});

test("How many were found is said of what is shown, and not of what is still being looked for", async () => {
  await using opened = await openAgenda(adding("Ana", "Bruno", "Carla"));
  const { page } = opened;
  const said = page.locator(".count");
  expect(await said.innerText()).toBe("3 contacts");
  await slowList(page, 600);
  await field(page, "search").fill("bru");
  await page.waitForTimeout(200);
  expect(await said.innerText()).toBe("3 contacts");
  await page.getByText("1 found").waitFor();
});

test("A double click on the menu's button opens it and chooses nothing, also where the menu lies over the button", async () => {
  for (const viewport of [
    { width: 360, height: 520 },
    { width: 180, height: 260 },
  ]) {
    await using opened = await openAgenda(adding("Ana"), { viewport });
    const { page } = opened;
    const downloads: unknown[] = [];
    page.on("download", (download) => downloads.push(download));
    await page.getByRole("button", { name: "Menu" }).dblclick();
    await page.getByRole("menu").waitFor();
    await page.waitForTimeout(300);
    expect(await page.getByRole("menu").isVisible()).toBe(true);
    expect([downloads, await page.getByRole("dialog").count()]).toEqual([[], 0]);
    await page.getByRole("menuitem", { name: "Bin" }).dblclick();
    await page.getByRole("dialog", { name: "Bin" }).waitFor();
  }
});
