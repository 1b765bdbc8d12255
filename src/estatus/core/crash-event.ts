import type { Identity } from "./identity.ts";

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
  const times = [...events.matchAll(/<Event\b.*?<\/Event>/gs)]
    .map(([event]) => event)
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
  const named = /<Data Name=['"]ProcessId['"]>(?:0x)?([0-9a-f]+)</i.exec(event)?.[1];
  return named === undefined ? null : Number.parseInt(named, 16);
}

function timeOf(event: string): number {
  const written = /<TimeCreated\s+SystemTime=['"]([^'"]+)['"]/.exec(event)?.[1];
  return written === undefined ? Number.NaN : Number(instantMs(written));
}

// The log keeps 100 ns: cut to what an Instant of milliseconds holds.
function instantMs(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return Number.NaN;
  }
}
