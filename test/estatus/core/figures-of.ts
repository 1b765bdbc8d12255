import type { Chronicle } from "../../../src/estatus/core/chronicle.ts";
import { sumUp, type Figures } from "../../../src/estatus/core/figures.ts";
import type { Interval } from "../../../src/estatus/core/outage.ts";
import { partition, type Partition } from "../../../src/estatus/core/partition.ts";

/** Every figure of a window that is small enough to be one slice, and the partition that they were made of. */
export function figuresOf(chronicle: Chronicle, window: Interval): Figures & { readonly parts: Partition } {
  const parts = partition(chronicle, window);
  return { ...sumUp([{ parts, outages: chronicle.outages }], chronicle, window), parts };
}
