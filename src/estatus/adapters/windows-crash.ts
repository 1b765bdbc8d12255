import path from "node:path";
import { crashEvents } from "../core/task-definition.ts";
import { crashTime } from "../core/crash-event.ts";
import { runSystemProgram } from "./child-process.ts";
import type { Identity } from "../core/identity.ts";

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
  const query = ["qe", "Application", `/q:${crashQuery(since)}`, "/c:50", "/rd:true", "/f:xml"];
  const { stdout } = await runSystemProgram("wevtutil.exe", query, TIMEOUT_MS);
  return crashTime(stdout, identity, path.basename(executable), since);
}

function crashQuery(since: number): string {
  const kinds = crashEvents.map(([provider, id]) => `(Provider[@Name='${provider}'] and EventID=${id})`);
  const from = new Date(since).toISOString();
  return `*[System[(${kinds.join(" or ")}) and TimeCreated[@SystemTime>='${from}']]]`;
}
