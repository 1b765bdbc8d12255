/** One line of the table: a figure of ours, a peer's beside it, and the goal that holds one against the other. */
export type Row = {
  readonly what: string;
  readonly unit: "ms" | "MB" | "KB" | "count" | "%";
  readonly ours: number;
  readonly peer?: { readonly name: string; readonly value: number };
  /** `ratio` holds for ours / peer, `value` for ours alone. A row without a goal is there to be read. */
  readonly goal?: { readonly atMost: number; readonly of: "ratio" | "value" };
  /** How many runs each figure is the median of. */
  readonly runs?: number;
  readonly note?: string;
};

/** Ours by the peer's; null where there is no peer. */
export function ratioOf(row: Row): number | null {
  return row.peer === undefined ? null : row.ours / row.peer.value;
}

/** Whether a row meets its goal; null where it has none. */
export function isMet(row: Row): boolean | null {
  if (row.goal === undefined) return null;
  const figure = row.goal.of === "ratio" ? ratioOf(row) : row.ours;
  return figure !== null && figure <= row.goal.atMost;
}

/** What one group of measurements is given. */
export type Bench = {
  /** A few runs of each: enough to see that everything works, too few to judge times. */
  readonly short: boolean;
  /** Says what is being done, for whoever waits. */
  readonly say: (line: string) => void;
};

/** One file of this folder: `npm run bench -- NAME`. Throws where a peer did not do its work. */
export type Group = {
  readonly name: string;
  /** Names of Debian's packages it compares with. */
  readonly needs: readonly string[];
  readonly run: (bench: Bench) => Promise<readonly Row[]>;
};
