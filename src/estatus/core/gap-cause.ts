import type { GapCause, Interval } from "./outage.ts";
import type { SchedulerEvent } from "./scheduler-event.ts";

/** What the system tells, after a gap, of what could have kept the task from running in it. Times are UTC ms. */
export type SchedulerFacts = {
  /** The task now; `unknown` where Task Scheduler did not say. */
  readonly task: "on" | "off" | "missing" | "unknown";
  /** When its definition was last written: switched on, or registered; null where that cannot be learnt. */
  readonly writtenAt: number | null;
  /** Whether its definition lets it run on the battery; null where it is not known. */
  readonly runsOnBattery: boolean | null;
  /** In order of time; some of before the gap tell where it began. */
  readonly events: readonly SchedulerEvent[];
};

/** A definition written this much (ms) before checks went on is what let them. */
const RESUMED_WITHIN_MS = 180_000;

/**
 * Why nobody looked in a gap that boots, sleep, logons and clocks do not explain. Cautious: what is not shown stays
 * `unexplained`. The logged reason comes first, then the task as it is or was, and last the battery by the power events.
 */
export function gapCauseOf(gap: Interval, facts: SchedulerFacts): GapCause {
  const inside = facts.events.filter((event) => event.at >= gap.from && event.at <= gap.to);
  if (inside.some(({ what }) => what === "kept-off-battery")) return "on-battery";
  if (inside.some(({ what }) => what === "switched-off" || what === "deleted")) return "task-disabled";
  if (facts.task === "off" || facts.task === "missing") return "task-disabled";
  const written = facts.writtenAt ?? -Infinity;
  if (written > gap.from && written <= gap.to && gap.to - written <= RESUMED_WITHIN_MS)
    return "task-disabled";
  const kept = facts.runsOnBattery === false && onBattery(gap, facts.events) > (gap.to - gap.from) / 2;
  return kept ? "on-battery" : "unexplained";
}

/** How long of a gap (ms) the machine ran on its battery, as far as the events of another source of power tell. */
function onBattery(gap: Interval, events: readonly SchedulerEvent[]): number {
  const changes = events.filter(({ what }) => what === "on-battery" || what === "on-mains");
  const before = changes.findLast((change) => change.at <= gap.from);
  const inside = changes.filter((change) => change.at > gap.from && change.at < gap.to);
  // The first change says what was before it.
  let battery = before ? before.what === "on-battery" : inside[0]?.what === "on-mains";
  let from = gap.from;
  let sum = 0;
  for (const { at, what } of inside) {
    if (battery) sum += at - from;
    [from, battery] = [at, what === "on-battery"];
  }
  return battery ? sum + gap.to - from : sum;
}
