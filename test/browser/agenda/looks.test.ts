import fs from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { adding, openAgenda, rows } from "./open-agenda.ts";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe-core finds on the page as it is now, contrast included. */
async function found(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { run } = (window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe;
    return (await run()).violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

async function openSheet(page: Page, item: number): Promise<void> {
  await page.keyboard.press("Escape");
  await page.locator("[popovertarget]").click();
  await page.getByRole("menuitem").nth(item).click();
  await page.getByRole("dialog").waitFor();
}

const broken =
  "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Eva\r\nTEL:1\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cut";

const views: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  list: (page) => page.locator(".already").waitFor(),
  selected: (page) => rows(page).nth(1).click(),
  edited: (page) => page.keyboard.press("F2"),
  deleted: async (page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Delete");
    await page.locator(".toast").waitFor();
  },
  several: async (page) => {
    await rows(page).nth(0).click();
    await page.keyboard.press("Shift+ArrowDown");
  },
  merge: (page) => page.getByRole("toolbar").getByRole("button").nth(1).click(),
  menu: async (page) => {
    await page.keyboard.press("Escape");
    await page.locator("[popovertarget]").click();
  },
  import: (page) => openSheet(page, 0),
  preview: async (page) => {
    const buffer = Buffer.from(broken);
    await page.locator("input[type=file]").setInputFiles({ name: "a.vcf", mimeType: "text/vcard", buffer });
    await page.locator("details").click();
  },
  columns: async (page) => {
    await page.locator(".file-line .quiet").click();
    const buffer = Buffer.from("Nombre;Fijo;Notas;DNI;Código;Población;Provincia\nAna;911000001;x;y;z;m;k\n");
    await page.locator("input[type=file]").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer });
    await page.locator(".columns").waitFor();
  },
  duplicates: (page) => openSheet(page, 3),
  bin: async (page) => {
    await openSheet(page, 4);
    await page.locator(".pile .plain").first().waitFor();
    await page.locator(".sheet-acts .plain").click();
  },
  settings: (page) => openSheet(page, 5),
  shortcuts: (page) => openSheet(page, 6),
  nothing: async (page) => {
    await page.keyboard.press("Escape");
    await page.locator("[data-spot=search]").fill("zzz");
    await page.locator(".empty").waitFor();
  },
};

const looks = (["en", "es"] as const).flatMap((language) =>
  (["light", "dark"] as const).map((theme) => ({ language, theme })),
);

test.for(looks)(
  "axe-core finds nothing in any view, in $language and $theme",
  async ({ language, theme }) => {
    await using opened = await openAgenda(
      async (guest) => {
        await adding(
          "Ana Ruiz, 600 111 222",
          "Blas Gil, 60 01",
          "Zoë Müller, +49 30 123456",
          "Ana Ruiz, 1",
        )(guest);
        await guest.call("PUT", "api/draft", { id: "looks-draft", name: "Ana Ruiz", phone: "6" });
        await guest.call("PUT", "api/state", { language, theme });
      },
      // A colour on its way to another is neither.
      { reducedMotion: "reduce" },
    );
    const { page } = opened;
    for (const [name, show] of Object.entries(views)) {
      await show(page);
      expect({ view: name, found: await found(page) }).toEqual({ view: name, found: [] });
    }
  },
);

test("axe-core finds nothing in the first window of a new user, nor when Agenda is gone", async () => {
  await using opened = await openAgenda(undefined, { reducedMotion: "reduce" });
  const { page, agenda } = opened;
  await page.locator(".empty").waitFor();
  expect(await found(page)).toEqual([]);
  agenda.kill("SIGKILL");
  await page.locator(".banner").waitFor();
  expect(await found(page)).toEqual([]);
});

test("At 200 % zoom in the smallest window nothing is cut off sideways", async () => {
  await using opened = await openAgenda(adding("Ana Ruiz, 600 111 222"), {
    viewport: { width: 320, height: 420 },
  });
  const { page } = opened;
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await width()).toBeLessThanOrEqual(320);
  await page.getByText("Ana Ruiz").waitFor();
});

test("At 200 % zoom in a small window nothing overlaps, and the menu can be gone through to its end", async () => {
  await using opened = await openAgenda(
    async (guest) => {
      await adding("Ana Ruiz, 600 111 222", "Bea, 600 111 223")(guest);
      await guest.call("PUT", "api/state", { language: "es" });
    },
    { viewport: { width: 180, height: 260 } },
  );
  const { page } = opened;
  const box = async (selector: string) => (await page.locator(selector).boundingBox())!;
  for (const [width, height] of [
    [180, 260],
    [240, 346],
    [270, 390],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const [count, sort] = [await box(".bar .count p"), await box(".sort")];
    expect(sort.x >= count.x + count.width || sort.y >= count.y + count.height).toBe(true);
    await page.locator("[popovertarget]").click();
    await page.keyboard.press("End");
    for (const { x, y, width: wide, height: high } of [await box("#menu"), await box("#menu :focus")]) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect([x + wide <= width, y + high <= height]).toEqual([true, true]);
    }
    await page.keyboard.press("Escape");
  }
});

test("The appearance follows the system until one is chosen", async () => {
  await using opened = await openAgenda(undefined, { colorScheme: "dark" });
  const { page, guest } = opened;
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.emulateMedia({ colorScheme: "light" });
  expect(await paper()).not.toBe(dark);
  await guest.call("PUT", "api/state", { theme: "dark" });
  await page.reload();
  await page.locator("[data-spot=name]").waitFor();
  expect(await paper()).toBe(dark);
});

test("In high contrast what is selected and where the cursor is can still be told", async () => {
  await using opened = await openAgenda(adding("Ana", "Bea"), { forcedColors: "active" });
  const { page } = opened;
  await rows(page).first().click();
  const look = (row: number) =>
    rows(page)
      .nth(row)
      .evaluate((element) => [
        getComputedStyle(element).backgroundColor,
        getComputedStyle(element).outlineStyle,
      ]);
  const [chosen, other] = [await look(0), await look(1)];
  expect(chosen[0]).not.toBe(other[0]);
  expect([chosen[1], other[1]]).toEqual(["solid", "none"]);
  expect(await found(page)).toEqual([]);
});

test("Who wants less motion gets none", async () => {
  await using opened = await openAgenda(undefined, { reducedMotion: "reduce" });
  const { page } = opened;
  await page.locator("[data-spot=name]").fill("Ana");
  await page.keyboard.press("Enter");
  await rows(page).first().waitFor();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 0),
  );
  expect(moving).toEqual([]);
});
