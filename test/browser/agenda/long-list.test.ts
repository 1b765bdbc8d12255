import fs from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillAgenda } from "../../../bench/harness/million.ts";
import type { Page as ListPage, State } from "../../../src/agenda/api-types.ts";
import { linkTo } from "../../agenda/link-to.ts";
import { enter, launch, newFolder, type Guest } from "../../agenda/launch.ts";
import { openPage } from "../open-page.ts";
import { field, rows } from "./open-agenda.ts";
import { promisedTime } from "./promised-time.ts";

const many = 150_000;
const stack = new AsyncDisposableStack();
let folder: string;

// At 46 pixels a row, 150,000 are more than the scrolled element may be tall: the scale is at work.
beforeAll(async () => {
  ({ folder } = stack.use(newFolder()));
  await fillAgenda(folder, many);
}, 120_000);

afterAll(() => stack.disposeAsync());

const namesIn = async (guest: Guest, offset: number, limit: number) =>
  (await guest.call<ListPage>("GET", `api/contacts?offset=${offset}&limit=${limit}`)).contacts.map(
    ({ name }) => name,
  );
/** The rows that can be seen now: their places, counted from 1, and their names. */
const onScreen = (page: Page) =>
  page.evaluate(() => {
    const { top, bottom } = document.querySelector(".list")!.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>(".row")]
      .filter((row) => row.getBoundingClientRect().bottom > top && row.getBoundingClientRect().top < bottom)
      .map((row) => ({
        place: Number(row.ariaRowIndex),
        name: row.querySelector<HTMLElement>(".name")?.innerText ?? null,
      }));
  });

/** Waits until the list stands where it is `expected` (a place, counted from 1) with every name on screen, and gives that place. */
async function showsPlaces(
  page: Page,
  guest: Guest,
  expected: (first: number) => boolean = () => true,
): Promise<number> {
  let seen: Awaited<ReturnType<typeof onScreen>> = [];
  await expect
    .poll(async () => {
      seen = await onScreen(page);
      return seen.length > 0 && expected(seen[0]!.place) && seen.every(({ name }) => name !== null);
    })
    .toBe(true);
  const first = seen[0]!.place;
  expect(seen.map(({ place }) => place)).toEqual(seen.map((_, row) => first + row));
  expect(seen.map(({ name }) => name)).toEqual(await namesIn(guest, first - 1, seen.length));
  return first;
}

test("A list longer than a browser can lay out is right wherever it is scrolled, by bar, wheel and keys", async () => {
  await using agenda = launch(folder);
  const guest = await enter(await agenda.firstLine);
  await guest.call("PUT", "api/state", {
    scroll: { index: 0, id: null, pixels: 0 },
    focus: "name",
    search: "",
  });
  await using window = await openPage(await linkTo(folder));
  const { page } = window;
  await page.getByText("150,000 contacts").waitFor();
  expect(await showsPlaces(page, guest)).toBe(1);
  for (const share of [0.5, 0.123, 1]) {
    await page.locator(".list").evaluate((list, share) => {
      list.scrollTop = share * (list.scrollHeight - list.clientHeight);
    }, share);
    await showsPlaces(page, guest, (first) => Math.abs(first / many - share) < 0.001);
  }
  expect((await onScreen(page)).at(-1)!.place).toBe(many);
  const before = (await onScreen(page))[0]!.place;
  await rows(page).last().hover();
  await page.mouse.wheel(0, -460);
  await expect.poll(async () => (await onScreen(page))[0]!.place).toBeLessThan(before);
  expect(before - (await showsPlaces(page, guest))).toBeLessThanOrEqual(12);
  await field(page, "list").press("Home");
  await expect.poll(async () => (await onScreen(page))[0]!.place).toBe(1);
  await page.keyboard.press("End");
  await expect.poll(async () => (await onScreen(page)).at(-1)!.place).toBe(many);
  await showsPlaces(page, guest);
  expect(await page.locator(".row").count()).toBeLessThan(60);
});

test("Scroll, selection, the row being edited and the cursor come back after kill -9", async () => {
  let seen: { place: number; name: string | null }[];
  {
    await using agenda = launch(folder);
    const guest = await enter(await agenda.firstLine);
    await guest.call("PUT", "api/state", { scroll: { index: 90_000, id: null, pixels: 17 }, search: "" });
    await using window = await openPage(await linkTo(folder));
    const { page } = window;
    await showsPlaces(page, guest);
    await rows(page).nth(9).click();
    await rows(page)
      .nth(12)
      .click({ modifiers: ["Shift"] });
    await expect.poll(() => page.locator('.row[aria-selected="true"]').count()).toBe(4);
    await page.keyboard.press("F2");
    await field(page, "edit-name").fill("Half edited");
    seen = await onScreen(page);
    await promisedTime(page);
    agenda.kill("SIGKILL");
    await agenda.ended;
  }
  await using agenda = launch(folder);
  const guest = await enter(await agenda.firstLine);
  await using window = await openPage(await linkTo(folder));
  const { page } = window;
  await page.getByText("Back as you left it: the contact you were editing and your selection.").waitFor();
  await expect.poll(() => onScreen(page).then(([first]) => first?.place)).toBe(seen[0]!.place);
  expect(await field(page, "edit-name").inputValue()).toBe("Half edited");
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset["spot"]))
    .toBe("edit-name");
  expect(await page.locator('.row[aria-selected="true"]').count()).toBe(3);
  await page.keyboard.press("Enter");
  await expect.poll(() => guest.call("GET", "api/contacts?search=half+edited")).toMatchObject({ total: 1 });
});

test("A range of more than can be named says so, and from end to end it is all", async () => {
  await using agenda = launch(folder);
  const guest = await enter(await agenda.firstLine);
  await guest.call("PUT", "api/state", {
    scroll: { index: 0, id: null, pixels: 0 },
    selection: [],
    focus: "name",
    search: "",
  });
  await using window = await openPage(await linkTo(folder));
  const { page } = window;
  await field(page, "list").press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+End");
  await page.getByText("No more than 10,000 can be selected one by one. Ctrl A selects all.").waitFor();
  await page.getByText("10,000 selected").waitFor();
  // One more would be one that is not kept, and nothing else of the screen with it.
  await rows(page)
    .last()
    .click({ modifiers: ["Control"] });
  const kept = () => guest.call<State>("GET", "api/state").then(({ view }) => view.selection.length);
  await expect.poll(kept).toBe(10_000);
  await page.getByText("10,000 selected").waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.getByText("150,000 selected").waitFor();
  await page.keyboard.press("Escape");
});

test("Everything is selected and deleted at once, and comes back at once", async () => {
  await using agenda = launch(folder);
  const guest = await enter(await agenda.firstLine);
  await guest.call("PUT", "api/state", { search: "mar", selection: [], focus: "name" });
  await using window = await openPage(await linkTo(folder));
  const { page } = window;
  const total = async (search: string) =>
    (await guest.call<ListPage>("GET", `api/contacts?search=${search}&limit=1`)).total;
  const found = await total("mar");
  expect(found).toBeGreaterThan(10_000);
  await rows(page).first().click();
  await page.keyboard.press("Control+a");
  await page.getByText(`${found.toLocaleString("en")} selected`).waitFor();
  await expect.poll(async () => (await guest.call<State>("GET", "api/state")).view.selection).toBe("all");
  await page.keyboard.press("Delete");
  await page.getByText(`${found.toLocaleString("en")} contacts deleted`).waitFor();
  expect(await total("")).toBe(many - found);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => total("")).toBe(many);
});

test("Ctrl+click and Ctrl+Space on one of all leave out that one: it is not counted, not deleted, and so after kill -9", async () => {
  using copy = newFolder();
  fs.cpSync(folder, copy.folder, { recursive: true });
  let left: string[];
  {
    await using agenda = launch(copy.folder);
    const guest = await enter(await agenda.firstLine);
    await guest.call("PUT", "api/state", {
      search: "",
      selection: [],
      scroll: { index: 0, id: null, pixels: 0 },
    });
    left = [...(await namesIn(guest, 1, 1)), ...(await namesIn(guest, 3, 1))];
    await using window = await openPage(await linkTo(copy.folder));
    const { page } = window;
    await rows(page).first().click();
    await page.keyboard.press("Control+a");
    await page.getByText("150,000 selected").waitFor();
    await rows(page)
      .nth(1)
      .click({ modifiers: ["ControlOrMeta"] });
    await page.getByText("149,999 selected").waitFor();
    await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("Control+ ");
    await page.getByText("149,998 selected").waitFor();
    await promisedTime(page);
    agenda.kill("SIGKILL");
    await agenda.ended;
  }
  await using agenda = launch(copy.folder);
  const guest = await enter(await agenda.firstLine);
  await using window = await openPage(await linkTo(copy.folder));
  const { page } = window;
  await page.getByText("149,998 selected").waitFor();
  const chosen = await Promise.all(
    [0, 1, 2, 3, 4].map((at) => rows(page).nth(at).getAttribute("aria-selected")),
  );
  expect(chosen).toEqual(["true", "false", "true", "false", "true"]);
  await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).click();
  await page.getByText("149,998 contacts deleted").waitFor();
  await expect.poll(() => namesIn(guest, 0, 3)).toEqual(left);
  await showsPlaces(page, guest);
});
