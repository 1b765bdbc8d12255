import type { SpoolLine } from "./spool.ts";

/** A line of the spool, or null where the text is not a whole one: the file lies open to any accident. */
export function parseSpoolLine(text: string): SpoolLine | null {
  const line = parse(text);
  if (!isRecord(line) || typeof line["id"] !== "string" || typeof line["program"] !== "string") return null;
  const whole = "look" in line ? isLook(line["look"]) : isAttempt(line["attempt"]);
  return whole ? (line as SpoolLine) : null;
}

const STATES: ReadonlySet<unknown> = new Set(["up", "missing", "hung", "duplicated", "unknown"]);
const RESULTS: ReadonlySet<unknown> = new Set(["survived", "died", "failed", "superseded", null]);

function isLook(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value["moment"]) || !isRecord(value["observation"])) return false;
  const { moment, observation } = value as {
    moment: Record<string, unknown>;
    observation: Record<string, unknown>;
  };
  const clocks = ["elapsed", "awake"].every((name) => Number.isSafeInteger(moment[name]));
  if (
    !clocks ||
    !isTime(moment["at"]) ||
    typeof moment["bootId"] !== "string" ||
    !STATES.has(observation["state"])
  )
    return false;
  if (!isTime(observation["at"])) return false;
  if (observation["state"] === "unknown") return typeof observation["reason"] === "string";
  if (observation["state"] === "missing") return isRecord(observation["evidence"]);
  return isIdentity(observation["identity"]) && Number.isFinite(observation["age"]);
}

function isIdentity(value: unknown): boolean {
  return (
    isRecord(value) &&
    Number.isSafeInteger(value["pid"]) &&
    typeof value["token"] === "string" &&
    isTime(value["startedAt"])
  );
}

function isAttempt(value: unknown): boolean {
  return isRecord(value) && isTime(value["at"]) && RESULTS.has(value["result"]);
}

// Until the year 9999: whatever is recorded can be written as a date.
function isTime(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 253_402_300_800_000;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
