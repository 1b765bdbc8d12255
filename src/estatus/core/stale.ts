import type { Identity } from "./identity.ts";
import type { LastWord } from "./observation.ts";

/** A program may note its own start this much (ms) earlier or later than the system does. */
const START_SLACK_MS = 5_000;

/** Whether a heartbeat is this process's, and not one that an earlier process of the same pid left behind. */
export function isBeatOf(heartbeat: LastWord, identity: Identity): boolean {
  return heartbeat.pid === identity.pid && heartbeat.beatAt >= identity.startedAt - START_SLACK_MS;
}

/**
 * Whether a live process has not beaten for `hungAfter` (ms). A beat from the future was made before the clock
 * was set back: then the only question is whether it has changed since the last look.
 */
export function isStale(
  look: { readonly at: number; readonly age: number; readonly beatAt: number | null },
  lastSeenBeat: number | null,
  hungAfter: number,
): boolean {
  if (look.age <= hungAfter) return false;
  if (look.beatAt === null) return true;
  if (look.beatAt > look.at + START_SLACK_MS) return look.beatAt === lastSeenBeat;
  return look.at - look.beatAt > hungAfter;
}
