import fs from "node:fs";
import path from "node:path";
import type { Restored } from "./api-types.ts";
import { replaceOrWriteOver } from "./replace-or-write-over.ts";

/** Why Agenda ended, as the closing receipt says it. */
export type EndReason = "window-closed" | "quit" | "os-shutdown" | "crashed";

export type Heartbeat = {
  /** Writes that the end has begun. */
  closing: (reason: EndReason) => void;
  /** Writes the closing receipt; nothing is written after it. */
  closed: (reason: EndReason) => void;
};

const every = 5_000;

/** What the process before this one last wrote: the checker may not have looked in between. */
function lastWord(file: string): object | null {
  try {
    const { pid, beat_at, state, reason } = JSON.parse(fs.readFileSync(file, "utf8")) as Record<
      string,
      unknown
    >;
    return { pid, beat_at, state, reason };
  } catch {
    return null;
  }
}

/** Keeps `alive.json` in `folder` fresh: at once, every 5 s and at each change of state. Times are ISO 8601, UTC. */
export function startHeartbeat(folder: string, startedAt: Date, restored: Restored): Heartbeat {
  const file = path.join(folder, "alive.json");
  const previous = lastWord(file);
  let last: { state: "running" | "closing" | "closed"; reason?: EndReason } = { state: "running" };
  const beat = () => {
    try {
      replaceOrWriteOver(
        file,
        `${JSON.stringify({
          pid: process.pid,
          started_at: startedAt.toISOString(),
          beat_at: new Date().toISOString(),
          ...last,
          restored,
          ...(previous && { previous }),
        })}\n`,
      );
    } catch {
      // Nowhere to write, or a reader that holds the file on Windows: the next beat tries again, the contacts go on.
    }
  };
  beat();
  const timer = setInterval(beat, every);
  timer.unref();
  return {
    closing(reason) {
      last = { state: "closing", reason };
      beat();
    },
    closed(reason) {
      clearInterval(timer);
      last = { state: "closed", reason };
      beat();
    },
  };
}
