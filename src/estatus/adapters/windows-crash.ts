import path from "node:path";
import { crashEvents } from "../core/task-definition.ts";
import { crashTime } from "../core/crash-event.ts";
import type { Identity } from "../core/identity.ts";
import { readLog, type LogQuestion } from "./windows-log.ts";

/** Longer than this, in ms, the event log may not keep a relaunch waiting. */
const TIMEOUT_MS = 5_000;

/**
 * When Windows logged a crash or hang of this process after `since` (UTC ms), else null: also where the log cannot
 * be read, because this only narrows an outage and must never keep one from being ended.
 */
export async function crashedAt(
  identity: Identity,
  executable: string,
  since: number,
): Promise<number | null> {
  const events = await readLog(crashQuestion(since), TIMEOUT_MS);
  return crashTime(events, identity, path.basename(executable), since);
}

/** All crashes and hangs logged after `since` (UTC ms). */
export function crashQuestion(since: number): LogQuestion {
  const kinds = crashEvents.map(([provider, id]) => `(Provider[@Name='${provider}'] and EventID=${id})`);
  const from = new Date(since).toISOString();
  const query = `*[System[(${kinds.join(" or ")}) and TimeCreated[@SystemTime>='${from}']]]`;
  return { log: "Application", query, most: 50 };
}
