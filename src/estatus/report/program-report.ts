import type { Figures } from "../core/figures.ts";
import type { OutageWithAttempts } from "../store/outage-list.ts";

/** One program's part of a report. Its outages are read when they are asked for, one at a time. */
export type ProgramReport = {
  readonly program: string;
  readonly figures: Figures;
  /** The last look that could tell (UTC ms): an open outage is known to last until here. */
  readonly checkedAt: number;
  readonly outageCount: number;
  /** Failures by local weekday from Monday, and hour. */
  readonly failuresByHour: (zone: string) => number[][];
  /** Oldest first; with `newest`, only that many of the newest. */
  readonly outages: (newest?: number) => Iterable<OutageWithAttempts>;
};
