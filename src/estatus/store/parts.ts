import type { Db } from "../../sqlite/open.ts";
import type { Chronicle } from "../core/chronicle.ts";
import type { Slice } from "../core/figures.ts";
import type { Interval } from "../core/outage.ts";
import { partition } from "../core/partition.ts";
import { eachSlice, type Program } from "./history.ts";

/** A window cut by what the store knows of it, slice by slice; `outline` is what it holds besides outages. */
export function* partsOf(db: Db, program: Program, outline: Chronicle, window: Interval): Generator<Slice> {
  for (const { window: slice, outages } of eachSlice(db, program, window)) {
    yield { parts: partition({ ...within(outline, slice), outages }, slice), outages };
  }
}

// What touches a slice: nobody is to go through ten years for each of them.
function within(outline: Chronicle, { from, to }: Interval): Chronicle {
  const touching = <T extends Interval>(all: readonly T[]) =>
    all.filter((one) => one.to > from && one.from < to);
  const { coverage, gaps, pauses, kept } = outline;
  return {
    ...outline,
    coverage: touching(coverage),
    gaps: touching(gaps),
    pauses: touching(pauses),
    ...(kept && { kept: touching(kept) }),
  };
}
