import type { Interval } from "./outage.ts";

/** Until when (UTC ms) the pauses that are in force at `at` let a program stay closed; null where none is. */
export function pausedUntil(pauses: readonly Interval[], at: number): number | null {
  const inForce = pauses.filter((pause) => pause.from <= at && at < pause.to);
  return inForce.length === 0 ? null : Math.max(...inForce.map((pause) => pause.to));
}
