import fs from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page as ListPage } from "../../../src/agenda/api-types.ts";
import { openContacts } from "../../../src/agenda/open-contacts.ts";
import { addMany } from "../../agenda/add-many.ts";
import { enter, launch, newFolder } from "../../agenda/launch.ts";
import { linkTo } from "../../agenda/link-to.ts";
import { openPage } from "../open-page.ts";
import { field, rows } from "./open-agenda.ts";
import { promisedTime } from "./promised-time.ts";

const stack = new DisposableStack();
let folder: string;

beforeAll(async () => {
  ({ folder } = stack.use(newFolder()));
  const { db } = await openContacts(folder);
  const person = (at: number) => ({ name: `Person ${1_000 + at}`, phone: `600 ${at}` });
  addMany(
    db,
    Array.from({ length: 500 }, (_, at) => person(at)),
    "many",
    1,
  );
  db.close();
});

afterAll(() => stack.dispose());

type Item = {
  readonly act: (page: Page) => Promise<unknown>;
  readonly seen: (page: Page) => Promise<unknown>;
};

const valueOf = (spot: string) => (page: Page) => field(page, spot).inputValue();
const attribute = (name: string) => (page: Page) => page.locator("html").getAttribute(name);
const firstRow = (page: Page) => page.locator(".row > .name").first().innerText();
const setting = async (page: Page, at: number) => {
  await page.locator(".menu > button").click();
  await page
    .getByRole("menuitem")
    .filter({ hasText: /Settings|Ajustes/ })
    .click();
  return page.getByRole("dialog").locator("select").nth(at);
};
const choose = (at: number, value: string) => async (page: Page) => {
  await (await setting(page, at)).selectOption(value);
  await page.keyboard.press("Escape");
};

// One after another, each on top of those before it.
const items: Readonly<Record<string, Item>> = {
  "the half-typed name": { act: (page) => field(page, "name").fill("Half a na"), seen: valueOf("name") },
  "the half-typed phone": { act: (page) => field(page, "phone").fill("600 1"), seen: valueOf("phone") },
  "the order": {
    async act(page) {
      await page.locator(".sort select").selectOption("-name");
      await expect.poll(() => firstRow(page)).toBe("Person 1499");
    },
    seen: firstRow,
  },
  "the scroll": {
    async act(page) {
      await page.locator(".list").hover();
      await page.mouse.wheel(0, 4_600);
      await expect.poll(() => firstRow(page)).not.toBe("Person 1499");
    },
    seen: firstRow,
  },
  "the selection": {
    async act(page) {
      await rows(page).nth(15).click();
      await page.locator('.row[aria-selected="true"]').waitFor();
    },
    seen: (page) => page.locator('.row[aria-selected="true"] > .name').allInnerTexts(),
  },
  "the search": { act: (page) => field(page, "search").fill("12"), seen: valueOf("search") },
  "the appearance": { act: choose(1, "dark"), seen: attribute("data-theme") },
  "the language": { act: choose(0, "es"), seen: attribute("lang") },
  "the country": {
    act: choose(2, "FR"),
    async seen(page) {
      const chosen = await (await setting(page, 2)).inputValue();
      await page.keyboard.press("Escape");
      return chosen;
    },
  },
};

test("An order whose list had not come yet comes back from kill -9, and begins at the top", async () => {
  using home = newFolder();
  fs.cpSync(folder, home.folder, { recursive: true });
  {
    await using agenda = launch(home.folder);
    await agenda.firstLine;
    await using window = await openPage(await linkTo(home.folder));
    const { page } = window;
    await expect.poll(() => firstRow(page)).toBe("Person 1000");
    await page.route("**/api/contacts?*", () => undefined);
    await page.locator(".sort select").selectOption("-name");
    await promisedTime(page);
    agenda.kill("SIGKILL");
    await agenda.ended;
  }
  await using agenda = launch(home.folder);
  await agenda.firstLine;
  await using window = await openPage(await linkTo(home.folder));
  await expect.poll(() => firstRow(window.page)).toBe("Person 1499");
});

test.for(Object.keys(items))("250 ms after it was last changed, %s comes back from kill -9", async (name) => {
  const { act, seen } = items[name]!;
  let before: unknown;
  {
    await using agenda = launch(folder);
    await agenda.firstLine;
    await using window = await openPage(await linkTo(folder));
    const { page } = window;
    await firstRow(page);
    const asItWas = await seen(page);
    // What opening it changed is not to take this change along.
    await promisedTime(page);
    await act(page);
    await promisedTime(page);
    agenda.kill("SIGKILL");
    await agenda.ended;
    before = await seen(page);
    expect(before).not.toEqual(asItWas);
  }
  await using agenda = launch(folder);
  await agenda.firstLine;
  await using window = await openPage(await linkTo(folder));
  await firstRow(window.page);
  await expect.poll(() => seen(window.page)).toEqual(before);
});

test("Killed in the instant of a save, there is the contact or its draft, and never both", async () => {
  using home = newFolder();
  const ends = { saved: 0, typed: 0 };
  for (let round = 0; round < 8; round += 1) {
    const name = `Round ${round}`;
    {
      await using agenda = launch(home.folder);
      await agenda.firstLine;
      await using window = await openPage(await linkTo(home.folder));
      const { page } = window;
      await field(page, "name").fill(name);
      await promisedTime(page);
      await field(page, "name").press("Enter", { noWaitAfter: true });
      await pause(round * 4);
      agenda.kill("SIGKILL");
      await agenda.ended;
    }
    await using agenda = launch(home.folder);
    const guest = await enter(await agenda.firstLine);
    await using window = await openPage(await linkTo(home.folder));
    const { total } = await guest.call<ListPage>("GET", `api/contacts?search=${encodeURIComponent(name)}`);
    const draft = await field(window.page, "name").inputValue();
    expect([
      [1, ""],
      [0, name],
    ]).toContainEqual([total, draft]);
    ends[total === 1 ? "saved" : "typed"] += 1;
    if (total === 0) await field(window.page, "name").press("Enter");
    await expect.poll(() => field(window.page, "name").inputValue()).toBe("");
  }
  expect(ends.saved + ends.typed).toBe(8);
});
