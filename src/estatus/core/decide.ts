import { backoffDelay } from "./backoff.ts";
import type { Observation } from "./observation.ts";
import { HUNG_LOOKS, type Policy } from "./policy.ts";

/** What earlier checks know that bears on what to do now. Times are UTC milliseconds. */
export type History = {
  readonly pausedUntil: number | null;
  /** Looks in a row that found it hanging, with this one. */
  readonly staleLooks: number;
  /** Attempts since the program was last stable. */
  readonly recentAttempts: number;
  readonly lastAttemptAt: number | null;
};

export type Decision = {
  /** `end-and-launch` ends a hung program first; `wait` means that a launch is due later. */
  readonly action: "nothing" | "launch" | "end-and-launch" | "wait";
  readonly reason:
    | "up"
    | "duplicated"
    | "unknown"
    | "paused"
    | "missing"
    | "backing-off"
    | "suspected-hung"
    | "hung"
    | "restart-hung";
  /** When the next attempt is due; only with `wait`. */
  readonly due?: number;
};

/** What one look at one program calls for. Pure: `observation.at` is its only clock. */
export function decide(observation: Observation, history: History, policy: Policy): Decision {
  if (observation.state === "unknown") return { action: "nothing", reason: "unknown" };
  if (observation.state === "up") return { action: "nothing", reason: "up" };
  if (observation.state === "duplicated") return { action: "nothing", reason: "duplicated" };
  if (observation.state === "hung" && history.staleLooks < HUNG_LOOKS) {
    return { action: "nothing", reason: "suspected-hung" };
  }
  if (history.pausedUntil !== null) return { action: "nothing", reason: "paused" };
  if (observation.state === "hung" && policy.hungAction === "record")
    return { action: "nothing", reason: "hung" };

  const due = nextAttemptAt(observation.at, history, policy);
  if (due !== null && observation.at < due) return { action: "wait", reason: "backing-off", due };
  return observation.state === "hung"
    ? { action: "end-and-launch", reason: "restart-hung" }
    : { action: "launch", reason: "missing" };
}

// An attempt "in the future" was made before somebody set the clock back: it must not hold up anything.
function nextAttemptAt(now: number, history: History, policy: Policy): number | null {
  if (history.lastAttemptAt === null || history.lastAttemptAt > now) return null;
  const delay = backoffDelay(history.recentAttempts, policy.backoffCap);
  return delay === 0 ? null : history.lastAttemptAt + delay;
}
