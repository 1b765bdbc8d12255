import type { Page } from "playwright-core";
import { enter, launch, newFolder, type Guest } from "../test/agenda/launch.ts";
import { linkTo } from "../test/agenda/link-to.ts";
import { startChromium } from "../test/browser/chromium.ts";
import { median, quantile } from "./harness/figures.ts";
import { fillAgenda, person } from "./harness/million.ts";
import type { Bench, Group, Row } from "./harness/row.ts";

/** Search and scrolling at a million contacts, in real Chromium, beside the server's own time for the same. */
export const agendaScreen: Group = { name: "agenda-screen", needs: ["chromium"], run: measureScreen };

async function measureScreen({ short, say }: Bench): Promise<Row[]> {
  const contacts = short ? 20_000 : 1_000_000;
  using home = newFolder();
  say(`filling ${contacts} contacts …`);
  await fillAgenda(home.folder, contacts);
  await using agenda = launch(home.folder);
  const guest = await enter(await agenda.firstLine);
  const browser = await startChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
    await page.goto(await linkTo(home.folder));
    await page.locator(".row .name").first().waitFor();
    // What an Agenda that was just started does in the background is not a keystroke's cost.
    await quiet(guest);
    await page.waitForTimeout(short ? 0 : 5_000);
    const words = searches(contacts, short ? 4 : 40);
    const painted = await typed(page, words);
    const served = await asked(guest, searches(contacts, words.length, 1));
    return rowsOf(painted, served, await dragged(page, short ? 5 : 40));
  } finally {
    await browser.close();
  }
}

function rowsOf(painted: number[], served: number[], drags: number[]): Row[] {
  const p95 = (what: string, figures: number[], atMost: number): Row => ({
    what: `${what}, p95`,
    unit: "ms",
    ours: quantile(figures, 0.95),
    goal: { atMost, of: "value" },
    runs: figures.length,
    note: `median ${median(figures).toFixed(1)} ms`,
  });
  return [
    p95("keystroke to painted list", painted, 50),
    p95("the same search, asked of the server alone", served, 16),
    p95("scroll bar dragged to painted rows", drags, 100),
  ];
}

/** What people type: the beginnings of names, of two names, and of numbers that are there. */
function searches(contacts: number, count: number, salt = 0): string[] {
  return Array.from({ length: count }, (_, n) => {
    const { name, phone } = person((n * 15_485_863 + salt * 32_452_843) % contacts);
    // Few type an accent to search, and none has to.
    const [first = "", second = "", third = ""] = name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace("Ł", "L")
      .split(" ");
    if (n % 3 === 0) return phone.slice(0, 6);
    return n % 3 === 1 ? second.slice(0, 5) : `${first.slice(0, 3)} ${third.slice(0, 4)}`;
  });
}

/** Waits until three requests in a row that only settled background work makes fast are fast, a minute at most. */
async function quiet(guest: Guest): Promise<void> {
  for (let tries = 0, fast = 0; fast < 3 && tries < 120; tries += 1) {
    const began = performance.now();
    await guest.call("GET", "api/contacts?sort=-name&offset=5000&limit=60");
    fast = performance.now() - began < 20 ? fast + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Types each search key by key; for each key that changes what is found, the time until that is painted. */
async function typed(page: Page, words: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const word of words) {
    await page.locator("[data-spot=search]").fill("");
    await page.waitForTimeout(150);
    for (const key of word) {
      await page.evaluate(watchNextKey);
      await page.keyboard.press(key);
      const took = await page.evaluate(() => (globalThis as { painted?: Promise<number | null> }).painted!);
      if (took !== null) times.push(took);
    }
  }
  return times;
}

/**
 * In the page: from the next key, as the browser saw it, until the bar above the list says something else and is
 * painted; null where the answer has come and, 200 ms later, has still changed nothing.
 */
function watchNextKey(): void {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  let began = 0;
  addEventListener("keydown", ({ timeStamp }) => (began = timeStamp), { capture: true, once: true });
  const changes = new MutationObserver(() => {
    changes.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => resolve(performance.now() - began));
      port1.start();
      port2.postMessage(null);
    });
  });
  changes.observe(document.querySelector(".count")!, { subtree: true, childList: true, characterData: true });
  const answers = new PerformanceObserver((list) => {
    if (!list.getEntries().some(({ name }) => name.includes("api/contacts"))) return;
    answers.disconnect();
    setTimeout(() => resolve(null), 200);
  });
  answers.observe({ type: "resource" });
  Object.assign(globalThis, { painted: promise });
}

async function asked(guest: Guest, words: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const word of words) {
    for (let end = 1; end <= word.length; end += 1) {
      const began = performance.now();
      await guest.call("GET", `api/contacts?search=${encodeURIComponent(word.slice(0, end))}&limit=60`);
      times.push(performance.now() - began);
    }
  }
  return times;
}

/** Drags the scroll bar here and there; each time until no row on screen is missing. */
async function dragged(page: Page, times: number): Promise<number[]> {
  await page.locator("[data-spot=search]").fill("");
  await page.waitForTimeout(500);
  return page.evaluate(async (count) => {
    const list = document.querySelector<HTMLElement>(".list")!;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const took: number[] = [];
    for (let drag = 1; drag <= count; drag += 1) {
      const began = performance.now();
      list.scrollTop = ((drag * 0.618) % 1) * (list.scrollHeight - list.clientHeight);
      do await frame();
      while (document.querySelector(".row.waiting"));
      took.push(performance.now() - began);
    }
    return took;
  }, times);
}
