import type { Availability } from "../../core/availability.ts";
import type { Day } from "../../core/days.ts";
import type { Figures } from "../../core/figures.ts";
import type { Cause, EndedBy, GapCause, OutageKind } from "../../core/outage.ts";
import type { StartShares } from "../../core/likely-start.ts";
import type { WorstWindow } from "../../core/worst-window.ts";

/** What the page is told: everything is worked out already. Times are UTC milliseconds. */
export type PageData = {
  readonly language: "en" | "es";
  readonly zone: string;
  readonly generatedAt: number;
  /** When local times of `zone` come twice, because its clocks are set back, and the offset that tells them apart. */
  readonly twice: readonly (readonly [from: number, to: number, offset: string])[];
  readonly programs: readonly ProgramData[];
  /** Programs that several machines have, added up. */
  readonly totals: readonly TotalData[];
};

/** One program on all machines that have it. */
export type TotalData = {
  readonly name: string;
  readonly machines: number;
  readonly availability: Availability;
  readonly failures: number;
};

/** One program on one machine. */
export type ProgramData = Pick<Figures, "availability" | "times" | "failures" | "mtbf" | "restore"> & {
  readonly name: string;
  readonly machine: string | null;
  readonly since: number;
  readonly until: number;
  readonly days: readonly Day[];
  readonly worst: readonly WorstWindow[];
  /** Failures by local weekday from Monday, and hour. */
  readonly hours: readonly (readonly number[])[];
  /** from, to, from, to … of all time that nobody watched, listed as a gap or not. */
  readonly unknown: readonly number[];
  readonly gaps: readonly (readonly [from: number, to: number, cause: GapCause])[];
  /** Oldest first. */
  readonly outages: readonly OutageData[];
  /** Outages older than those, which would make the page too heavy. */
  readonly omitted: number;
  /** What failures said, and the JSON of what came back, told once each. */
  readonly strings: readonly string[];
  /** An outage still open is known to last until here. */
  readonly checkedAt: number;
  /** Where in its bounds the start of an outage is likely to lie. */
  readonly shares: StartShares;
};

/** `error` and `restored` are indexes into `strings`, -1 for none. Starts are milliseconds since `since`. */
export type OutageData = readonly [
  id: number,
  earliest: number,
  latest: number,
  ended: number | null,
  kind: OutageKind,
  cause: Cause,
  endedBy: EndedBy | null,
  attempts: number,
  error: number,
  restored: number,
];
