import type { OutageSpan } from "../core/chronicle.ts";
import type { Figures } from "../core/figures.ts";
import type { Sums } from "../core/total.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";

/** One program's part of a report. Its outages are read when they are asked for, one at a time. */
export type ProgramReport = {
  readonly program: string;
  /** Which machine's, where the report is about others than this one. */
  readonly machine: string | null;
  readonly figures: Figures;
  readonly spans: readonly OutageSpan[];
  /** The last look that could tell (UTC ms): an open outage is known to last until here. */
  readonly checkedAt: number;
  readonly outageCount: number;
  /** Oldest first; with `newest`, only that many of the newest. */
  readonly outages: (newest?: number) => Iterable<OutageWithAttempts>;
};

/** One program on all machines that have it, two or more. */
export type ProgramTotal = { readonly program: string; readonly machines: number; readonly figures: Sums };

export type Report = {
  readonly programs: readonly ProgramReport[];
  readonly totals: readonly ProgramTotal[];
};
