import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium, type BrowserContextOptions, type Page } from "playwright-core";

export type Window = {
  readonly page: Page;
  /** What the page wrote to its console as an error or a broken policy, and what it threw. */
  readonly complaints: readonly string[];
  /** Addresses asked for on any other server. */
  readonly strangers: readonly string[];
} & AsyncDisposable;

/** How Chromium is started in tests: without a display of its own and without a word to the network. */
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens Agenda's one-time link in a new Chromium with a profile of its own. */
export async function openPage(link: string, options: BrowserContextOptions = {}): Promise<Window> {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "agenda-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    args: flags,
    viewport: { width: 900, height: 640 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
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
      fs.rmSync(profile, { recursive: true, force: true });
    },
  };
}
