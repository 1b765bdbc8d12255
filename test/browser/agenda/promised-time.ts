import type { Page } from "playwright-core";

// What the page promises: a change is on disk so many milliseconds after it.
const promised = 250;

/**
 * Lets the promised time pass by the turns of the page itself, and Agenda answer what it was asked until then: a machine
 * that stands still for a moment takes nothing from it.
 */
export async function promisedTime(page: Page): Promise<void> {
  await page.evaluate(async (turns) => {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    await (await fetch("api/state")).text();
  }, promised / 10);
}
