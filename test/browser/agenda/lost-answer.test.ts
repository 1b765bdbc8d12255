import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Page as ListPage, State } from "../../../src/agenda/api-types.ts";
import { field, openAgenda, showsNames } from "./open-agenda.ts";

/** Lets the next contact be saved, and loses the answer once `isTime`. */
async function loseAnswer(page: Page, isTime: () => Promise<unknown>): Promise<void> {
  await page.route(
    "**/api/contacts",
    async (route) => {
      await route.fetch();
      await isTime();
      await route.abort();
    },
    { times: 1 },
  );
}

test("A contact whose save was told of, while its answer was lost, does not come back as a ghost", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  await loseAnswer(page, () => showsNames(page, ["Ana"]));
  const lost = page.waitForEvent("requestfailed", (request) => request.method() === "POST");
  await field(page, "name").fill("Ana");
  await field(page, "name").press("Enter");
  await lost;
  // Longer than a ghost takes, and than the page waits before it tries again.
  await page.waitForTimeout(2_500);
  expect(await field(page, "name").inputValue()).toBe("");
  await field(page, "name").fill("Bea");
  await field(page, "name").press("Enter");
  await showsNames(page, ["Ana", "Bea"]);
  expect(await guest.call<State>("GET", "api/state")).toMatchObject({ draft: null, contacts: 2 });
});

test("What is typed into a contact that comes back because nobody told of its save is saved too", async () => {
  await using opened = await openAgenda();
  const { page, guest } = opened;
  await page.route("**/api/events", (route) => route.abort());
  await page.reload();
  // The page asks again after a second and a half, and would be told; the typing may take longer on a busy machine.
  const typed = Promise.withResolvers<void>();
  await page.route("**/api/contacts", async (route) => {
    await typed.promise;
    await route.continue();
  });
  await loseAnswer(page, async () => {});
  const lost = page.waitForEvent("requestfailed", (request) => request.method() === "POST");
  await field(page, "name").fill("Ana");
  await field(page, "name").press("Enter");
  // Until then what is in the field may be what has just been entered.
  await lost;
  await expect.poll(() => field(page, "name").inputValue()).toBe("Ana");
  await field(page, "phone").fill("600 111 222");
  typed.resolve();
  await field(page, "phone").press("Enter");
  await expect
    .poll(async () => {
      const { contacts } = await guest.call<ListPage>("GET", "api/contacts");
      return contacts.map(({ name, phone }) => [name, phone]);
    })
    .toEqual([
      ["Ana", ""],
      ["Ana", "600 111 222"],
    ]);
  await page.getByRole("button", { name: "Merge…" }).waitFor();
});
