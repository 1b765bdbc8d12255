import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/** Runs `work` and counts the windows that were put on the screen meanwhile, however short a time they stayed. */
export async function windowsShown(work: () => Promise<unknown>): Promise<number> {
  const watcher = spawn("xev", ["-root", "-event", "substructure"], { stdio: ["ignore", "pipe", "inherit"] });
  let events = "";
  watcher.stdout.on("data", (data) => (events += String(data)));
  await once(watcher, "spawn");
  // It has to be connected before anything happens.
  await sleep(500);
  await work();
  await sleep(500);
  watcher.kill();
  return events.match(/^MapNotify/gm)?.length ?? 0;
}
