import { isRecord, isTime, parseJson } from "../core/untrusted.ts";
import type { SpoolLine } from "./spool.ts";

/** A line of the spool, or null where the text is not a whole one: the file lies open to any accident. */
export function parseSpoolLine(text: string): SpoolLine | null {
  const line = parseJson(text);
  if (!isRecord(line) || typeof line["id"] !== "string" || typeof line["program"] !== "string") return null;
  const whole = "look" in line ? isLook(line["look"]) : isAttempt(line["attempt"]);
  return whole ? (line as SpoolLine) : null;
}

const STATES: ReadonlySet<unknown> = new Set(["up", "missing", "hung", "duplicated", "unknown"]);
const RESULTS: ReadonlySet<unknown> = new Set(["survived", "died", "failed", "superseded", null]);

function isLook(value: unknown): boolean {
  if (!isRecord(value) || !isMoment(value["moment"]) || !isRecord(value["observation"])) return false;
  if (typeof value["listed"] !== "boolean") return false;
  const observation = value["observation"];
  if (!STATES.has(observation["state"]) || !isTime(observation["at"])) return false;
  if (observation["state"] === "unknown") return typeof observation["reason"] === "string";
  if (observation["state"] === "missing") return isEvidence(observation["evidence"]);
  return isAlive(observation) && isOfState(observation);
}

function isAlive(observation: Record<string, unknown>): boolean {
  return (
    isIdentity(observation["identity"]) &&
    Number.isFinite(observation["age"]) &&
    isOrNull(observation["heartbeat"], isBeat) &&
    (observation["predecessor"] === undefined || isEvidence(observation["predecessor"]))
  );
}

function isOfState({ state, why, others }: Record<string, unknown>): boolean {
  if (state === "hung") return why === "heartbeat" || why === "window";
  return state !== "duplicated" || (Array.isArray(others) && others.every(isIdentity));
}

function isMoment(value: unknown): boolean {
  return (
    isRecord(value) &&
    isTime(value["at"]) &&
    typeof value["bootId"] === "string" &&
    ["elapsed", "awake"].every((name) => Number.isSafeInteger(value[name])) &&
    isOrNull(value["loggedOnAt"], isTime)
  );
}

function isEvidence(value: unknown): boolean {
  return (
    isRecord(value) &&
    isOrNull(value["beatAt"], isTime) &&
    isOrNull(value["crashedAt"], isTime) &&
    isOrNull(
      value["closed"],
      (closed) => isRecord(closed) && isTime(closed["at"]) && typeof closed["reason"] === "string",
    )
  );
}

function isBeat(value: unknown): boolean {
  return (
    isRecord(value) &&
    isOrNull(value["beatAt"], isTime) &&
    isOrNull(value["restored"], (text) => typeof text === "string" && isRecord(parseJson(text)))
  );
}

function isIdentity(value: unknown): boolean {
  return (
    isRecord(value) &&
    Number.isSafeInteger(value["pid"]) &&
    typeof value["token"] === "string" &&
    isTime(value["startedAt"])
  );
}

function isOrNull(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === null || is(value);
}

function isAttempt(value: unknown): boolean {
  return (
    isRecord(value) &&
    isTime(value["at"]) &&
    RESULTS.has(value["result"]) &&
    isOrNull(value["pid"], Number.isSafeInteger) &&
    ["token", "error"].every((name) => isOrNull(value[name], (text) => typeof text === "string")) &&
    isOrNull(value["launchedAs"] ?? null, isRecord)
  );
}
