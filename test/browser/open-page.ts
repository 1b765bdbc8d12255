import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll } from "vitest";
import { startChromium } from "./chromium.ts";

export type Window = {
  readonly page: Page;
  /** What the page wrote to its console as an error or a broken policy, and what it threw. */
  readonly complaints: readonly string[];
  /** Addresses asked for on any other server. */
  readonly strangers: readonly string[];
} & AsyncDisposable;

let browser: Promise<Browser> | undefined;

afterAll(async () => (await browser)?.close());

/** Opens Agenda's one-time link in Chromium, in a new profile. The tests of one file share the browser's process. */
export async function openPage(link: string, options: BrowserContextOptions = {}): Promise<Window> {
  browser ??= startChromium();
  const context = await (
    await browser
  ).newContext({
    viewport: { width: 900, height: 640 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(link).origin) strangers.push(request.url());
  });
  await page.goto(link);
  await page.locator("[data-spot=name]").waitFor();
  return {
    page,
    complaints,
    strangers,
    async [Symbol.asyncDispose]() {
      await context.close();
    },
  };
}
