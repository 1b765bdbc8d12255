import path from "node:path";
import type { Restored } from "./api-types.ts";
import { replaceFile } from "./replace-file.ts";

/** Why Agenda ended, as the closing receipt says it. */
export type EndReason = "window-closed" | "quit" | "os-shutdown" | "crashed";

export type Heartbeat = {
  /** Writes that the end has begun. */
  closing: (reason: EndReason) => void;
  /** Writes the closing receipt; nothing is written after it. */
  closed: (reason: EndReason) => void;
};

const every = 5_000;

/** Keeps `alive.json` in `folder` fresh: at once, every 5 s and at each change of state. Times are ISO 8601, UTC. */
export function startHeartbeat(folder: string, startedAt: Date, restored: Restored): Heartbeat {
  const file = path.join(folder, "alive.json");
  let last: { state: "running" | "closing" | "closed"; reason?: EndReason } = { state: "running" };
  const beat = () => {
    try {
      replaceFile(
        file,
        `${JSON.stringify({
          pid: process.pid,
          started_at: startedAt.toISOString(),
          beat_at: new Date().toISOString(),
          ...last,
          restored,
        })}\n`,
      );
    } catch {
      // A full disk, or a reader that holds the file on Windows: the next beat tries again, the contacts go on.
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
