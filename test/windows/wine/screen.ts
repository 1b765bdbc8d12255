import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../../support/until.ts";

/** Runs `work` and counts the windows that were put on the screen meanwhile, however short a time they stayed. */
export async function windowsShown(work: () => Promise<unknown>): Promise<number> {
  const watcher = spawn("xev", ["-root", "-event", "substructure"], { stdio: ["ignore", "pipe", "inherit"] });
  let events = "";
  watcher.stdout.on("data", (data) => (events += String(data)));
  await once(watcher, "spawn");
  const seen = () => events.match(/^MapNotify/gm)?.length ?? 0;
  try {
    // A window before it is shows that the watcher sees windows, and one after it that it has seen all before that.
    await untilOneIsSeen(seen);
    const before = seen();
    await work();
    // A console's window is another process's, and may come when what it was for has ended.
    await sleep(500);
    await untilOneIsSeen(seen);
    return seen() - before - 1;
  } finally {
    watcher.kill();
  }
}

/** Shows a window, which is xev's own, and waits until the watcher has seen it: connected too late, it never will, and is shown another. */
async function untilOneIsSeen(seen: () => number): Promise<void> {
  const before = seen();
  for (let tries = 1; seen() === before; tries += 1) {
    const window = spawn("xev", [], { stdio: "ignore" });
    const gone = once(window, "exit");
    try {
      await until("a window of our own is seen", () => seen() > before, 10_000);
    } catch (error) {
      if (tries === 6) throw error;
    } finally {
      window.kill();
      await gone;
    }
  }
}
