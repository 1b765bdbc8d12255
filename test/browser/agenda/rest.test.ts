import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { adding, field, openAgenda } from "./open-agenda.ts";

const blinking = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.activeElement!).getPropertyValue("caret-animation"));

test("The cursor stands still when nobody has been there for 5 s, and blinks again at the next sign of somebody", async () => {
  await using opened = await openAgenda(adding("Ana"));
  const { page } = opened;
  const began = performance.now();
  // A sign for certain: where the cursor is in the name already, putting it there is none.
  await page.mouse.move(40, 50);
  await field(page, "name").focus();
  expect(await blinking(page)).toBe("auto");
  await expect.poll(() => blinking(page)).toBe("manual");
  expect(performance.now() - began).toBeGreaterThan(4_500);

  await page.keyboard.type("B");
  expect(await blinking(page)).toBe("auto");
  expect(await field(page, "name").inputValue()).toBe("B");
  await expect.poll(() => blinking(page)).toBe("manual");
  await page.mouse.move(50, 60);
  expect(await blinking(page)).toBe("auto");
});

test("Where less motion is wanted the cursor never blinks", async () => {
  await using opened = await openAgenda(adding("Ana"), { reducedMotion: "reduce" });
  await field(opened.page, "name").focus();
  expect(await blinking(opened.page)).toBe("manual");
});
