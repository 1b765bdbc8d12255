import type { LaunchedAs } from "./runs-as.ts";

export type OutageKind = "missing" | "hung" | "restarted" | "cold-start";
export type Cause = "closed" | "killed" | "crashed" | "hung" | "unknown";
export type EndedBy = "estatus" | "someone-else";
export type AttemptResult = "survived" | "died" | "failed" | "superseded";
export type GapCause =
  | "paused"
  | "machine-off"
  | "asleep"
  | "logged-off"
  | "task-disabled"
  | "on-battery"
  | "clock-changed"
  | "unexplained";

/** A half-open interval [from, to) of UTC milliseconds. */
export type Interval = { readonly from: number; readonly to: number };

export type Gap = Interval & { readonly cause: GapCause };

export type Attempt = {
  readonly at: number;
  /** null while the attempt is in hand. */
  readonly result: AttemptResult | null;
  readonly pid: number | null;
  readonly error: string | null;
  /** null where the system has no such notions, or nothing was launched. */
  readonly launchedAs: LaunchedAs | null;
};

/** An interval in which the program was away, whose start is only known between two instants (UTC ms). */
export type Outage = {
  readonly id: number;
  readonly kind: OutageKind;
  readonly cause: Cause;
  readonly earliestStart: number;
  readonly latestStart: number;
  /** null while it lasts. */
  readonly endedAt: number | null;
  readonly endedBy: EndedBy | null;
  /** JSON object text, as the heartbeat gave it. */
  readonly restored: string | null;
};
