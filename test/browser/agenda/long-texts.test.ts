import { expect, test } from "vitest";
import { adding, openAgenda, rows } from "./open-agenda.ts";

const long = "1".repeat(60);
const asked = "912 345 678 (mañanas; preguntar por Luis)";

test("What is too long for its column is told whole by the pointer, and its mark of doubt is never cut off", async () => {
  await using opened = await openAgenda(adding(`Ana, ${long}`, `Bea, ${asked}`));
  const { page } = opened;
  const doubt = page.locator(".doubt");
  await doubt.waitFor();
  for (const width of [1280, 800, 640, 639, 360, 320]) {
    await page.setViewportSize({ width, height: 520 });
    const row = (await rows(page).first().boundingBox())!;
    const phone = (await page.locator(".row > .phone").first().boundingBox())!;
    const mark = (await doubt.boundingBox())!;
    expect(mark.x + mark.width).toBeLessThanOrEqual(Math.min(phone.x + phone.width, row.x + row.width) + 0.5);
  }
  const titles = page.locator(".row [title].number, .row [title].name");
  expect(await titles.evaluateAll((all) => all.map((one) => (one as HTMLElement).title))).toEqual([
    "Ana",
    long,
    "Bea",
    asked,
  ]);
});

test("In a wide window a phone with a remark is shown whole", async () => {
  await using opened = await openAgenda(adding(`Bea, ${asked}`), { viewport: { width: 1280, height: 800 } });
  const number = opened.page.locator(".row .number");
  expect(await number.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
});
