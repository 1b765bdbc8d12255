import { DEFAULT_POLICY, type Policy } from "../../../../src/estatus/core/policy.ts";
import { DAY, HOUR, MINUTE, SECOND } from "./machine.ts";
import type { Habits } from "./program-life.ts";

/** What a simulated history is made of. Times in milliseconds. */
export type World = {
  readonly seed: number;
  readonly length: number;
  readonly policy: Policy;
  /** Asleep or off at night and now and then by day, or never. */
  readonly machine: "office" | "always-on";
  readonly habits: Habits;
  /** Whether failures leave evidence: beats every 5 s, closing receipts, crash events. */
  readonly evidence: boolean;
  /** The share of checks that the scheduler skips. */
  readonly missed: number;
  /** Mean time between pauses, and between times in which the task is switched off for hours. */
  readonly pausesEvery: number;
  readonly disabledEvery: number;
};

/** Two a working day fail, a fifth of them are started again by the user before the next check. */
export function officeWorld(change: Partial<World> & { readonly interval?: number } = {}): World {
  const { interval = MINUTE, ...rest } = change;
  return {
    seed: 1,
    length: 365 * DAY,
    policy: {
      interval,
      survive: 10 * SECOND,
      backoffCap: 15 * MINUTE,
      stableAfter: 10 * MINUTE,
      hungAfter: MINUTE,
      hungAction: "record",
      listEvery: DEFAULT_POLICY.listEvery,
    },
    machine: "office",
    habits: { mtbf: 6 * HOUR, restarts: 0, badLaunches: 0.02, receipts: 0.2, crashEvents: 0.3 },
    evidence: false,
    missed: 0.002,
    pausesEvery: 14 * DAY,
    disabledEvery: 90 * DAY,
    ...rest,
  };
}
