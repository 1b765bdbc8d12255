import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hostPath } from "./wine.ts";
import { user } from "./installed.ts";

/**
 * Runs `work` and gives the task file that it hands to schtasks meanwhile. Wine keeps a task without its triggers and
 * actions, so what counts is what it was given; the file is gone right after.
 */
export async function handedOver(work: () => Promise<unknown>): Promise<Buffer> {
  const temp = hostPath(`${user}\\AppData\\Local\\Temp`);
  let seen: Buffer | null = null;
  const finished = new AbortController();
  const watching = (async () => {
    while (!finished.signal.aborted) {
      seen = readTask(temp) ?? seen;
      await sleep(2);
    }
  })();
  await work().finally(() => finished.abort());
  await watching;
  if (seen === null) throw new Error("nothing was handed over to schtasks");
  return seen;
}

function readTask(temp: string): Buffer | null {
  const folder = fs.readdirSync(temp).find((name) => name.startsWith("estatus-task-"));
  if (folder === undefined) return null;
  try {
    const bytes = fs.readFileSync(path.join(temp, folder, "task.xml"));
    return bytes.toString("utf16le").trimEnd().endsWith("</Task>") ? bytes : null;
  } catch {
    // Written or taken away just now.
    return null;
  }
}
