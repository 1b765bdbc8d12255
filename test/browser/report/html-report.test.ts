import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { report } from "../../../src/estatus/commands/report.ts";
import { seededFolder, type SeedOutage } from "../../estatus/report/seeded-store.ts";
import { flags } from "../chromium.ts";

const DAY = 86_400_000;
const HOUR = DAY / 24;
const T = Date.UTC(2026, 9, 23);
const window = { since: "2026-10-23T00:00:00Z", until: "2026-11-22T00:00:00Z" };
const axe = fs.readFileSync(path.resolve("node_modules/axe-core/axe.min.js"), "utf8");

let browser: Browser;
const folders: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
});
afterAll(async () => {
  await browser.close();
  for (const folder of folders) fs.rmSync(folder, { recursive: true });
});

function outages(count: number): SeedOutage[] {
  const step = Math.floor((29 * DAY) / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => {
    const latest = T + HOUR + i * step;
    const width = Math.floor(Math.min(60_000, step / 4));
    return {
      kind: i % 7 === 3 ? "restarted" : "missing",
      cause: ["killed", "closed", "crashed", "unknown"][i % 4]!,
      earliest: latest - width,
      latest,
      ended: latest + Math.floor(Math.min(20_000 + (i % 5) * 9_000, step / 3)),
      restored: '{"contacts":1204,"draft":true}',
      errors: i === 5 ? ["spawn Agenda ENOENT"] : [],
    };
  });
}

async function reportWith(count: number, since = window.since): Promise<string> {
  const folder = seededFolder([
    {
      name: "Agenda",
      coverage: [[T, T + 10 * DAY]],
      gaps: [[T + 10 * DAY, T + 10 * DAY + 8 * HOUR, "asleep"]],
      pauses: [[T + 20 * DAY, T + 20 * DAY + HOUR, null]],
      coveredFrom: T + 10 * DAY + 8 * HOUR,
      checkedAt: T + 30 * DAY,
      outages: outages(count),
    },
  ]);
  folders.push(folder);
  const out = path.join(folder, "report.html");
  await report({ format: "html", ...window, since, out }, folder);
  return out;
}

type Opened = { readonly page: Page; readonly requests: string[]; readonly errors: string[] };

async function open(file: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ bypassCSP: false, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector("main");
  return { page, requests, errors };
}

type Violation = { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] };

async function violations(page: Page): Promise<string[]> {
  // The page's policy keeps foreign scripts out; evaluate goes around it, as a browser's own tools do.
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe
      .run()
      .then((result) => result.violations),
  );
  return found.map((one) => `${one.id}: ${JSON.stringify(one.nodes.slice(0, 3).map((node) => node.target))}`);
}

describe.for([0, 1, 40, 40_000])("with %i outages", (count) => {
  let file = "";
  beforeAll(async () => {
    file = await reportWith(count);
  });

  test.for(["light", "dark"] as const)(
    "it asks for nothing, fails at nothing and is accessible: %s",
    async (colorScheme) => {
      const { page, requests, errors } = await open(file, { colorScheme });
      expect(await violations(page)).toEqual([]);
      await page.click(".language");
      expect(await page.getAttribute("html", "lang")).toBe("es");
      expect(await violations(page)).toEqual([]);
      expect(errors).toEqual([]);
      expect(requests).toEqual([pathToFileURL(file).href]);
      await page.context().close();
    },
  );

  test("it fits a narrow window without scrolling sideways", async () => {
    const { page } = await open(file, { viewport: { width: 400, height: 800 } });
    const [wide, room] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(wide).toBeLessThanOrEqual(room!);
    await page.context().close();
  });
});

describe("with 40 outages", () => {
  let file = "";
  beforeAll(async () => {
    file = await reportWith(40);
  });

  test("the keyboard chooses a day and looks closer, down to a minute", async () => {
    const { page } = await open(file, { timezoneId: "UTC" });
    const chosen = page.locator(".day[aria-pressed=true]");
    await chosen.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => page.locator(".day").first().getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator(".day").nth(1).getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator(":focus").getAttribute("aria-pressed")).toBe("true");
    const before = await page.locator(".view").textContent();
    await page.locator(".timeline").focus();
    for (let i = 0; i < 15; i++) await page.keyboard.press("+");
    const [from, to] = (await page.locator(".view").textContent())!.split(" – ");
    const seconds = (clock: string) => {
      const [h, m, s] = clock.split(":").map(Number);
      return h! * 3600 + m! * 60 + s!;
    };
    expect(seconds(to!) - seconds(from!.slice(-8))).toBe(60);
    await page.keyboard.press("Home");
    expect(await page.locator(".view").textContent()).toBe(before);
    await page.context().close();
  });

  test("an outage's start is drawn as the interval it lies in, unwatched time as unwatched", async () => {
    const { page } = await open(file);
    const draws = (selector: string) => page.locator(`.timeline ${selector}`).count();
    await page.locator(".day").nth(10).click();
    expect(await draws("rect.unknown")).toBe(1);
    await page.locator(".day").nth(20).click();
    expect(await draws("rect.paused")).toBe(1);
    const button = page.locator(".events button").first();
    await button.click();
    const widths = await page
      .locator(".timeline")
      .evaluate((svg) =>
        ["rect.maybe", "rect.down"].map((one) => svg.querySelector(one)!.getBoundingClientRect().width),
      );
    expect(Math.min(...widths)).toBeGreaterThan(20);
    await page.context().close();
  });

  test("the search finds what is shown, and says how much", async () => {
    const { page } = await open(file);
    await page.fill("input[type=search]", "ENOENT");
    expect(await page.locator(".outages tbody tr").count()).toBe(1);
    expect(await page.locator(".search [role=status]").textContent()).toBe("1 of 40");
    await page.fill("input[type=search]", "no such words");
    expect(await page.locator(".outages tbody tr").count()).toBe(0);
    await page.context().close();
  });

  test("an outage that lasts is the first thing said", async () => {
    const folder = seededFolder([
      {
        name: "Agenda",
        coveredFrom: T,
        checkedAt: T + DAY,
        outages: [{ earliest: T + HOUR, latest: T + HOUR, ended: null }],
      },
    ]);
    folders.push(folder);
    const out = path.join(folder, "report.html");
    await report({ format: "html", since: window.since, until: "2026-10-24T00:00:00Z", out }, folder);
    const { page } = await open(out);
    expect(await page.locator("p.open").textContent()).toMatch(/still away, since .*: 23\sh so far/);
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector("main");
    expect(await page.locator("p.open").count()).toBe(0);
    await page.context().close();
  });

  test("on paper the charts take the paper's colours and its width, whatever the screen was", async () => {
    const { page } = await open(file, { colorScheme: "dark" });
    const ofLight = () =>
      page.locator(".plot canvas").evaluateAll((canvases) =>
        canvases.map((canvas) => {
          const { data } = (canvas as HTMLCanvasElement)
            .getContext("2d")!
            .getImageData(0, 0, (canvas as HTMLCanvasElement).width, (canvas as HTMLCanvasElement).height);
          let found = 0;
          // --accent on white paper.
          for (let i = 0; i < data.length; i += 4) {
            if (data[i] === 0x0b && data[i + 1] === 0x57 && data[i + 2] === 0xd0) found++;
          }
          return found > 0;
        }),
      );
    await expect.poll(ofLight).toEqual([false, false]);
    await page.emulateMedia({ media: "print" });
    await expect.poll(ofLight).toEqual([true, true]);
    // A printer lays the page out anew and lets no script run in between.
    const widths = await page.locator(".plot").evaluateAll((plots) =>
      plots.map((plot) => {
        (plot as HTMLElement).style.width = "200px";
        return plot.querySelector("canvas")!.getBoundingClientRect().width;
      }),
    );
    expect(Math.max(...widths)).toBeLessThanOrEqual(200);
    await page.context().close();
  });

  test("it prints on A4 in a few pages", async () => {
    const { page } = await open(file);
    await page.emulateMedia({ media: "print" });
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
    expect(pdf).toMatch(/\/MediaBox ?\[0 0 59[45](\.\d+)? 84[12]/);
    expect(pdf.match(/\/Type ?\/Page\b/g)!.length).toBeLessThanOrEqual(6);
    await page.context().close();
  });
});

test("more than a few months are a strip of months, and the days of the one that is chosen", async () => {
  const { page, errors } = await open(await reportWith(40, "2025-11-22T00:00:00Z"), { timezoneId: "UTC" });
  const [months, days] = [page.locator(".days").nth(0), page.locator(".days").nth(1)];
  expect(await months.locator("button").count()).toBe(13);
  await months.locator("button").nth(11).click();
  await expect.poll(() => days.locator("button").count()).toBe(31);
  expect(await page.locator("h3.month").textContent()).toBe("October 2026");
  await days.locator("button").nth(30).click();
  expect(await page.locator(".view").textContent()).toContain("2026-10-31");
  await months.locator("button").nth(11).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.locator("h3.month").textContent()).toBe("November 2026");
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});
