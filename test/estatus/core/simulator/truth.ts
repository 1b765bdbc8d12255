import { intersect, subtract, union, type Intervals } from "../../../../src/estatus/core/intervals.ts";
import type { Interval } from "../../../../src/estatus/core/outage.ts";
import { LOGON_AFTER } from "./machine.ts";
import type { World } from "./world.ts";
import { EPOCH, type Simulation } from "./simulate.ts";

/** What really happened, as sets of wall clock time; an instant lived twice is in each set it was in once. */
export type Truth = {
  readonly window: Interval;
  readonly alive: Intervals;
  /** Away though the machine ran, if asleep, somebody was logged on, and nobody had paused. */
  readonly away: Intervals;
  /** What the wall clock showed twice, because it was set back: of these instants there is no one truth. */
  readonly twice: Intervals;
};

export function truthOf(simulation: Simulation, { length, policy: { survive } }: World): Truth {
  const { machine, life, pauses } = simulation;
  const on = union(
    machine.stretches
      .filter((one) => one.state !== "off")
      .map((one, _, all) => {
        const first = all.find((other) => other.boot === one.boot) === one;
        return { from: first ? Math.min(one.to, one.from + LOGON_AFTER) : one.from, to: one.to };
      }),
  );
  const last = life.process();
  // A launch that dies at once never brought the program back: by definition the outage went on.
  const lasting = life.alive.filter((one) => one.to - one.from >= survive);
  const alive = intersect(union([...lasting, ...(last ? [{ from: last.startedAt, to: length }] : [])]), on);
  const shown = (set: Intervals) => onTheWall(set, simulation);
  const paused = union(pauses);
  const walls = shown(union([{ from: 0, to: length }]));
  return {
    window: { from: walls[0]!.from, to: walls.at(-1)!.to },
    alive: shown(alive),
    away: subtract(shown(subtract(on, alive)), paused),
    twice: union(
      machine.steps.slice(1).map((step, i) => ({
        from: EPOCH + step.from + step.offset,
        to: EPOCH + step.from + machine.steps[i]!.offset,
      })),
    ),
  };
}

function onTheWall(set: Intervals, { machine }: Simulation): Intervals {
  const edges = [...machine.steps.map((step) => step.from), Infinity];
  return union(
    machine.steps.flatMap((step, i) =>
      intersect(set, [{ from: step.from, to: edges[i + 1]! }]).map((one) => ({
        from: EPOCH + one.from + step.offset,
        to: EPOCH + one.to + step.offset,
      })),
    ),
  );
}
