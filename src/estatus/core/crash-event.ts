import type { Identity } from "./identity.ts";
import { eventsIn, fieldOf, timeOf } from "./windows-event.ts";

/**
 * The earliest crash or hang of a process at or after `since` (UTC ms) among the Application log's events, given
 * as wevtutil writes them: `<Event>…</Event>` one after another. An event belongs to the process when it names
 * the file and does not name another pid. Text that is no such event says nothing.
 */
export function crashTime(
  events: string,
  { pid }: Pick<Identity, "pid">,
  fileName: string,
  since: number,
): number | null {
  const times = eventsIn(events)
    .filter((event) => namesFile(event, fileName) && (pidOf(event) ?? pid) === pid)
    .map(timeOf)
    .filter((time) => time >= since);
  return times.length === 0 ? null : Math.min(...times);
}

function dataOf(event: string): string[] {
  return [...event.matchAll(/<Data\b[^>]*>([^<]*)<\/Data>/g)].map(([, data]) => data!.trim());
}

function namesFile(event: string, fileName: string): boolean {
  const escaped = fileName.replaceAll("&", "&amp;").toLowerCase();
  return dataOf(event).some((data) => data.toLowerCase() === escaped);
}

/** The pid in hexadecimal, as 1000 and 1002 give it in a field of its own; null where the event has none. */
function pidOf(event: string): number | null {
  const named = fieldOf(event, "ProcessId");
  return named === null ? null : Number.parseInt(named.replace(/^0x/i, ""), 16);
}
