import type { Identity } from "./identity.ts";
import type { State } from "./observation.ts";
import type { AttemptResult, Cause, EndedBy, Interval, OutageKind } from "./outage.ts";

/** What the last check left for the next one, per program. Wall clock times are UTC milliseconds. */
export type Memory = {
  readonly state: State;
  /** Why the state is `unknown`; else null. */
  readonly reason: string | null;
  readonly lookedAt: number;
  /** The coverage still growing: [coveredFrom, checkedAt]. `unknown` looks do not extend it. */
  readonly coveredFrom: number;
  readonly checkedAt: number;
  /** The other clocks at `checkedAt` (see Moment). */
  readonly bootId: string;
  readonly loggedOnAt: number | null;
  readonly elapsed: number;
  readonly awake: number;
  /** The process last seen alive. */
  readonly identity: Identity | null;
  /** Last sign of life of that process: a look or a heartbeat. */
  readonly aliveAt: number | null;
  /** Last heartbeat seen. */
  readonly beatAt: number | null;
  /** How far apart checks were to follow one another (ms) at the last look. */
  readonly interval: number;
  /** Looks in a row that found it hanging, and when the first of them was. */
  readonly staleLooks: number;
  readonly staleSince: number | null;
  /** Looks since all processes were listed, which alone finds duplicates. */
  readonly looksSinceListing: number;
  /** Attempts since the program was last stable. */
  readonly recentAttempts: number;
  readonly lastAttemptAt: number | null;
};

export type OpenAttempt = {
  /** Its place among its outage's attempts, from 1 on. */
  readonly number: number;
  readonly at: number;
  readonly result: AttemptResult | null;
  readonly pid: number | null;
  readonly token: string | null;
  readonly error: string | null;
};

export type OpenOutage = {
  readonly id: number;
  readonly kind: OutageKind;
  readonly cause: Cause;
  readonly earliestStart: number;
  readonly latestStart: number;
  readonly attempts: readonly OpenAttempt[];
};

/** Everything the store knows that bears on one look. `pauses` are those that touch the time since the last check. */
export type Known = {
  readonly memory: Memory | null;
  readonly openOutage: OpenOutage | null;
  readonly pauses: readonly Interval[];
};

export type NewOutage = {
  readonly kind: OutageKind;
  readonly cause: Cause;
  readonly earliestStart: number;
  readonly latestStart: number;
  /** null where it lasts. */
  readonly end: OutageEnd | null;
  /** How far apart the looks before and after its start were (ms), where nothing else tells of it; for the tally. */
  readonly unaided: number | null;
};

export type OutageEnd = {
  readonly at: number;
  readonly by: EndedBy;
  readonly restored: string | null;
};
