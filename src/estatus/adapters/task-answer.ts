import type { TaskElement } from "../core/task-meaning.ts";
import { taskFailure } from "../core/task-failure.ts";
import { parseTask } from "./task-xml.ts";

/** A task as Task Scheduler keeps it. Times are UTC ms, null where there is none. */
export type RegisteredTask = {
  readonly enabled: boolean;
  readonly lastRunAt: number | null;
  readonly nextRunAt: number | null;
  readonly missedRuns: number;
  readonly lastResult: number;
  readonly definition: TaskElement;
};

export type TaskAnswer =
  | { readonly kind: "found"; readonly task: RegisteredTask }
  | { readonly kind: "missing" }
  | { readonly kind: "unknown" };

/** Reads what the query printed: base64 of JSON. Anything else, in whatever language, is `unknown`. */
export function parseTaskAnswer(printed: string): TaskAnswer {
  try {
    const answer = JSON.parse(Buffer.from(printed.trim(), "base64").toString("utf8")) as Record<
      string,
      unknown
    >;
    if (typeof answer["hresult"] === "number") {
      return taskFailure(answer["hresult"]) === "missing" ? { kind: "missing" } : { kind: "unknown" };
    }
    return { kind: "found", task: registeredTask(answer) };
  } catch {
    return { kind: "unknown" };
  }
}

function registeredTask(answer: Record<string, unknown>): RegisteredTask {
  if (typeof answer["enabled"] !== "boolean" || typeof answer["xml"] !== "string")
    throw new TypeError("no task");
  return {
    enabled: answer["enabled"],
    lastRunAt: timeOf(answer["lastRun"]),
    nextRunAt: timeOf(answer["nextRun"]),
    missedRuns: integerOf(answer["missedRuns"]),
    lastResult: integerOf(answer["lastResult"]),
    definition: parseTask(answer["xml"]),
  };
}

function integerOf(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new TypeError("no number");
  return value as number;
}

// "Never" is a day in 1899 or 1999, depending on the version of Windows.
function timeOf(value: unknown): number | null {
  const time = integerOf(value);
  if (Number.isNaN(new Date(time).getTime())) throw new TypeError("no time");
  return time < Date.UTC(2000, 0, 1) ? null : time;
}
