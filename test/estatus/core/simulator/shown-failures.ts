import type { OutageSpan } from "../../../../src/estatus/core/chronicle.ts";
import { DAY, wallClock } from "./machine.ts";
import { EPOCH, type Simulation } from "./simulate.ts";

/** How many failures the looks could show, and how many of those the record has, with the true start inside. */
export type Shown = { readonly expected: number; readonly found: number };

/**
 * Identity shows a failure when one look saw the process alive and the next, in the same boot, finds it gone.
 * Left out are failures that a pause excuses, and those with a clock step before or during
 * the outage, whose wall clock time has no one answer.
 */
export function shownFailures(simulation: Simulation, outages: readonly OutageSpan[]): Shown {
  const { machine, life, looks, pauses } = simulation;
  const wall = wallClock(machine, EPOCH);
  const bootAt = walk(machine.stretches, (one) => one.from);
  const lookBefore = walk(looks, (at) => at);
  const sorted = outages.toSorted((a, b) => a.earliestStart - b.earliestStart);
  const outageFrom = walk(sorted, (one) => one.earliestStart);
  let expected = 0;
  let found = 0;
  for (const failure of life.failures.filter((one) => one.seen)) {
    const i = lookBefore(failure.at);
    const [before, after] = [looks[i], looks[i + 1]];
    if (before === undefined || after === undefined) continue;
    if (machine.stretches[bootAt(before)]!.boot !== machine.stretches[bootAt(after)]!.boot) continue;
    if (machine.steps.some((step) => step.from >= before && step.from <= after + DAY)) continue;
    if (pauses.some((pause) => pause.to >= wall(before) && pause.from <= wall(after))) continue;
    expected++;
    const at = wall(failure.at);
    const outage = sorted[outageFrom(at)];
    if (outage && outage.earliestStart <= at && at <= outage.latestStart) found++;
  }
  return { expected, found };
}

/** The index of the last of ascending `items` at or before an instant. */
function walk<T>(items: readonly T[], keyOf: (item: T) => number): (at: number) => number {
  return (at) => {
    let [low, high] = [-1, items.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (keyOf(items[middle]!) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
