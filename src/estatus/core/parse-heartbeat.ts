import type { Heartbeat, LastWord } from "./observation.ts";
import { isRecord, isTime, parseJson } from "./untrusted.ts";

const STATES: readonly unknown[] = ["running", "closing", "closed"] satisfies Heartbeat["state"][];

/** A heartbeat from its file's text, or null where the text is not one. Times may be ISO 8601 or UTC milliseconds. */
export function parseHeartbeat(text: string): Heartbeat | null {
  const fields = asRecord(parseJson(text));
  const word = parseWord(fields);
  const startedAt = parseTime(fields?.["started_at"]);
  if (fields === null || word === null || startedAt === null) return null;
  return {
    ...word,
    startedAt,
    restored: asRecord(fields["restored"]),
    previous: parseWord(asRecord(fields["previous"])),
  };
}

function parseWord(fields: Record<string, unknown> | null): LastWord | null {
  if (fields === null) return null;
  const { pid, state, reason } = fields;
  const beatAt = parseTime(fields["beat_at"]);
  if (!Number.isSafeInteger(pid) || (pid as number) <= 0 || beatAt === null) return null;
  if (!STATES.includes(state)) return null;
  return {
    pid: pid as number,
    beatAt,
    state: state as Heartbeat["state"],
    reason: typeof reason === "string" ? reason.slice(0, 200) : null,
  };
}

function parseTime(value: unknown): number | null {
  const time = typeof value === "string" ? instantMs(value) : value;
  return isTime(time) && time > 0 ? time : null;
}

function instantMs(text: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}

const asRecord = (value: unknown) => (isRecord(value) ? value : null);
