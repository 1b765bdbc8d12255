import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { launch, newFolder } from "../test/agenda/launch.ts";
import { linkTo } from "../test/agenda/link-to.ts";
import { startChromium } from "../test/browser/chromium.ts";
import { processesOf } from "../test/support/processes.ts";
import { cpuOf } from "./harness/resident.ts";
import type { Bench, Group, Row } from "./harness/row.ts";

/** What Agenda's page costs at rest with the cursor in a field: all of Chromium's processes, beside a page with just a field. */
export const agendaRest: Group = { name: "agenda-rest", needs: ["chromium"], run: atRest };

/** Until the cursor stands still and Chromium has done what any launch leaves to do, in ms: half a percent for most of a minute. */
const SETTLED_MS = 60_000;

async function atRest({ short }: Bench): Promise<Row[]> {
  const seconds = short ? 2 : 30;
  const settled = short ? 6_000 : SETTLED_MS;
  using home = newFolder();
  await using agenda = launch(home.folder);
  await agenda.firstLine;
  const ours = await shareOf(seconds, settled, async (page) => {
    await page.goto(await linkTo(home.folder));
    await page.locator("[data-spot=name]").focus();
  });
  const field = await shareOf(seconds, settled, async (page) => {
    await page.setContent("<input>");
    await page.locator("input").focus();
  });
  const empty = await shareOf(seconds, settled, async (page) => void (await page.goto("about:blank")));
  const row = (name: string, value: number): Row => ({
    what: "page at rest, the cursor in a field, CPU of a core",
    unit: "%",
    ours: ours * 100,
    peer: { name, value: value * 100 },
    goal: { atMost: 0.3, of: "value" },
  });
  return [row("a page with just a field", field), row("an empty page", empty)];
}

/** The share of a core that a Chromium of its own takes, once `show` has shown its page. */
async function shareOf(
  seconds: number,
  settled: number,
  show: (page: Page) => Promise<void>,
): Promise<number> {
  const others = new Set(processesOf(executable));
  const browser = await startChromium();
  try {
    await show(await browser.newPage());
    await sleep(settled);
    const before = new Map(
      processesOf(executable).flatMap((pid) => (others.has(pid) ? [] : [[pid, cpuOf(pid)] as const])),
    );
    await sleep(seconds * 1_000);
    const still = processesOf(executable).filter((pid) => before.has(pid));
    const spent = still.reduce((sum, pid) => sum + cpuOf(pid) - before.get(pid)!, 0);
    return spent / (seconds * 1_000);
  } finally {
    await browser.close();
  }
}

// What Debian's /usr/bin/chromium starts.
const executable = "/usr/lib/chromium/chromium";
