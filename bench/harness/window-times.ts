// node window-times.ts PLACE SIZE,SIZE… RUNS SECONDS, on a display: how long Agenda's window takes to be there with the
// contacts of each folder of PLACE, an empty window beside it turn by turn, and what Agenda costs at rest, as JSON.
import { execFileSync, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { launchWindow, xdotool } from "../../test/window/desktop.ts";
import { cpuOf } from "./resident.ts";

export type WindowTimes = {
  /** In ms, of each run. */
  readonly empty: readonly number[];
  /** The same, for each size. */
  readonly launches: readonly (readonly number[])[];
  /** Of a core, 0 to 1. */
  readonly restingShare: number;
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

async function shareAtRest(folder: string, seconds: number): Promise<number> {
  await using agenda = launchWindow(folder);
  xdotool("windowactivate", "--sync", await untilVisible("Agenda"));
  // What follows a launch (a backup, the order of names) is over by then.
  await sleep(15_000);
  const before = cpuOf(agenda.pid);
  await sleep(seconds * 1_000);
  return (cpuOf(agenda.pid) - before) / (seconds * 1_000);
}

const [place, sizes, runs, seconds] = process.argv.slice(2);
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
const restingShare = await shareAtRest(folders[1]!, Number(seconds));
process.stdout.write(JSON.stringify({ empty, launches, restingShare } satisfies WindowTimes));
