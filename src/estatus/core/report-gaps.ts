import type { Chronicle } from "./chronicle.ts";
import { intersect, subtract, union, type Intervals } from "./intervals.ts";
import type { Gap, GapCause } from "./outage.ts";
import type { Partition } from "./partition.ts";
import { gapAfter, WORTH_TELLING } from "./policy.ts";

/**
 * What a report lists as gaps of a window, in order and sharing no instant: pauses; recorded gaps, as far as
 * nothing was covered and nobody had paused; and what else nobody watched since the first check, as
 * `unexplained` once it is longer than `WORTH_TELLING` ms. The time before the first check ever is no gap, nor is that
 * after the last one as long as the next is not overdue at `now` (UTC ms), and of `kept` days only totals are left.
 */
export function gapsOf(
  chronicle: Chronicle,
  parts: Pick<Partition, "unknown" | "paused">,
  kept: Intervals,
  now: number,
): Gap[] {
  const gaps: Gap[] = [];
  const list = (set: Intervals, cause: GapCause) => gaps.push(...set.map((one) => ({ ...one, cause })));
  list(parts.paused, "paused");
  let rest: Intervals = subtract(
    subtract(parts.unknown, [{ from: -Infinity, to: chronicle.firstCheckAt }]),
    kept,
  );
  const byCause = Map.groupBy(chronicle.gaps, (gap) => gap.cause);
  for (const cause of recorded) {
    const known = union(byCause.get(cause) ?? []);
    if (known.length === 0) continue;
    list(intersect(rest, known), cause);
    rest = subtract(rest, known);
  }
  list(
    subtract(rest, awaited(chronicle, now)).filter((one) => one.to - one.from > WORTH_TELLING),
    "unexplained",
  );
  return gaps.sort((a, b) => a.from - b.from);
}

// The next check covers what lies before it, unless it comes too late for that.
function awaited({ checkedAt, interval }: Chronicle, now: number): Intervals {
  return now - checkedAt <= gapAfter({ interval }) ? [{ from: checkedAt, to: Infinity }] : [];
}

// Where two overlap, after a clock set back, the more telling cause stands first.
const recorded = [
  "machine-off",
  "asleep",
  "logged-off",
  "task-disabled",
  "on-battery",
  "clock-changed",
  "unexplained",
] as const satisfies readonly GapCause[];
