import { expect } from "vitest";
import type { BrowserContextOptions, Page } from "playwright-core";
import { enter, launch, newFolder, type Guest, type Launched } from "../../agenda/launch.ts";
import { linkTo } from "../../agenda/link-to.ts";
import { openPage, type Window } from "../open-page.ts";

export type Opened = {
  readonly page: Page;
  readonly window: Window;
  /** Asks the API beside the page. */
  readonly guest: Guest;
  readonly agenda: Launched;
  readonly folder: string;
} & AsyncDisposable;

/** Starts a real Agenda, lets `prepare` fill it, and opens it in Chromium. At the end the page must have nothing to complain of. */
export async function openAgenda(
  prepare: (guest: Guest) => Promise<unknown> = async () => {},
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const stack = new AsyncDisposableStack();
  const { folder } = stack.use(newFolder());
  const agenda = stack.use(launch(folder));
  const guest = await enter(await agenda.firstLine);
  await guest.call("PUT", "api/state", { country: "ES" });
  await prepare(guest);
  const window = stack.use(await openPage(await linkTo(folder), options));
  return {
    page: window.page,
    window,
    guest,
    agenda,
    folder,
    async [Symbol.asyncDispose]() {
      await stack.disposeAsync();
      expect(window.strangers).toEqual([]);
    },
  };
}

/** Adds contacts, "Name, phone" each. */
export const adding =
  (...contacts: readonly string[]) =>
  async (guest: Guest): Promise<void> => {
    for (const contact of contacts) {
      const [name, phone = ""] = contact.split(", ");
      await guest.call("POST", "api/contacts", { name, phone });
    }
  };

/** The control that is called so. */
export const field = (page: Page, spot: string) => page.locator(`[data-spot="${spot}"]`);

/** The rows of the list that are on screen, with their contact: one that waits for it takes no click. */
export const rows = (page: Page) =>
  page.getByRole("grid").getByRole("row").and(page.locator(":not([aria-busy])"));

/** Waits until the list shows exactly these names, in this order. */
export async function showsNames(page: Page, names: readonly string[]): Promise<void> {
  await expect.poll(() => page.locator(".row > .name").allInnerTexts()).toEqual(names);
}

/** Which control the cursor is in. */
export const cursor = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["spot"] ?? "");
