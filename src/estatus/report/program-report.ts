import type { Day } from "../core/days.ts";
import type { Figures } from "../core/figures.ts";
import type { Intervals } from "../core/intervals.ts";
import type { StartShares } from "../core/likely-start.ts";
import type { Gap } from "../core/outage.ts";
import type { Sums } from "../core/total.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";

/** One program's record of a window. Its outages are read when they are asked for, one at a time. */
export type ProgramRecord = {
  readonly program: string;
  /** Which machine's, where the report is about others than this one. */
  readonly machine: string | null;
  /** The last look that could tell (UTC ms): an open outage is known to last until here. */
  readonly checkedAt: number;
  /** Oldest first; with `newest`, only that many of the newest. */
  readonly outages: (newest?: number) => Iterable<OutageWithAttempts>;
  readonly gaps: readonly Gap[];
};

/** The record with its figures. */
export type ProgramReport = ProgramRecord & { readonly figures: Figures };

/** With what a table draws. */
export type ProgramTable = ProgramReport & { readonly days: readonly Day[] };

/** With all that a page draws. */
export type ProgramPage = ProgramTable & {
  /** Failures by local weekday from Monday, and hour. */
  readonly hours: readonly (readonly number[])[];
  /** Time away by the point estimate. */
  readonly down: Intervals;
  readonly shares: StartShares;
};

/** One program on all machines that have it, two or more. */
export type ProgramTotal = { readonly program: string; readonly machines: number; readonly figures: Sums };

export type Report<Program extends ProgramRecord> = {
  readonly programs: readonly Program[];
  readonly totals: readonly ProgramTotal[];
};
