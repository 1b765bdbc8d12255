// node window-times.ts PLACE SIZE,SIZE… RUNS SETTLED SECONDS, on a display: how long Agenda's window takes to be there with
// the contacts of each folder of PLACE, an empty window beside it turn by turn, and what it costs for SECONDS at rest, from
// SETTLED seconds after the last key on, as JSON.
import { execFileSync, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { familyOf } from "../../test/support/processes.ts";
import { launchWindow, ready, xdotool } from "../../test/window/desktop.ts";
import { cpuOf } from "./resident.ts";

export type WindowTimes = {
  /** In ms, of each run. */
  readonly empty: readonly number[];
  /** The same, for each size. */
  readonly launches: readonly (readonly number[])[];
  /** Of a core, 0 to 1, by Agenda and all of the engine's processes, the window in front and the cursor in the name. */
  readonly restingShare: number;
  /** The same with the cursor on a button. */
  readonly restingElsewhere: number;
};

// Agenda shows its window as soon as its page has drawn the list, so that what can be seen is the list.
async function untilVisible(title: string): Promise<string> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(1)) {
    try {
      const name = `^${title}$`;
      const found = execFileSync("xdotool", ["search", "--onlyvisible", "--name", name], {
        encoding: "utf8",
      });
      return found.split("\n")[0]!;
    } catch {
      // Not yet.
    }
  }
  throw new Error(`the window ${title} never came`);
}

async function launchOnce(folder: string): Promise<number> {
  const began = performance.now();
  await using _ = launchWindow(folder);
  await untilVisible("Agenda");
  return performance.now() - began;
}

async function emptyOnce(): Promise<number> {
  const began = performance.now();
  const script = path.join(import.meta.dirname, "../baseline/empty_window.mjs");
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "ignore", 2] });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  try {
    await untilVisible("Empty");
    return performance.now() - began;
  } finally {
    child.kill("SIGKILL");
    await gone;
  }
}

async function shareAtRest(folder: string, keys: readonly string[]): Promise<number> {
  await using agenda = launchWindow(folder);
  await ready(folder);
  for (const key of keys) xdotool("key", key);
  // What follows a launch (a backup, the order of names, its garbage) is over by then, and the page and its window rest.
  await sleep(Number(settled) * 1_000);
  const before = new Map(familyOf(agenda.pid).map((pid) => [pid, cpuOf(pid)]));
  await sleep(Number(seconds) * 1_000);
  // One that has just ended can no longer be asked, and has taken no less than nothing.
  const since = (pid: number) => Math.max(0, cpuOf(pid) - (before.get(pid) ?? 0));
  const spent = familyOf(agenda.pid).reduce((sum, pid) => sum + since(pid), 0);
  return spent / (Number(seconds) * 1_000);
}

const [place, sizes, runs, settled, seconds] = process.argv.slice(2);
const folders = sizes!.split(",").map((size) => path.join(place!, size));
const empty: number[] = [];
const launches = folders.map((): number[] => []);
// The first round only warms the caches.
for (let run = 0; run <= Number(runs); run += 1) {
  const times = [await emptyOnce()];
  for (const folder of folders) times.push(await launchOnce(folder));
  if (run === 0) continue;
  empty.push(times[0]!);
  for (const [at, each] of launches.entries()) each.push(times[at + 1]!);
}
const restingShare = await shareAtRest(folders[1]!, []);
const restingElsewhere = await shareAtRest(folders[1]!, ["Tab", "Tab"]);
process.stdout.write(
  JSON.stringify({ empty, launches, restingShare, restingElsewhere } satisfies WindowTimes),
);
