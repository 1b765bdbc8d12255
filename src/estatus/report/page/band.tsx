import type { Day } from "../../core/days.ts";
import type { ProgramData } from "./data.ts";
import type { PageOutage } from "./outages.ts";
import type { Say } from "./say.ts";
import type { View } from "./zoom.ts";

export type BandProps = {
  readonly program: ProgramData;
  readonly outages: readonly PageOutage[];
  readonly day: Day;
  readonly view: View;
  readonly say: Say;
};

type State = keyof Say["text"]["states"];

const WIDTH = 1000;
const TOP = 6;
const BAND = 56;

/** The box that a band is drawn in; its width is that of the view, and it is stretched to that of the page. */
export const BAND_BOX = `0 0 ${WIDTH} ${TOP + BAND + 22}`;

/** A day as a band: certain absence solid, the interval a start lies in hatched, unwatched time drawn as such. */
export function Band({ program, outages, day, view, say }: BandProps) {
  const x = (at: number) => ((at - view.from) / (view.to - view.from)) * WIDTH;
  const span = (from: number, to: number) => `${say.time(from)} – ${say.time(to)}`;
  const named = (state: State, from: number, to: number) => `${say.text.states[state]} ${span(from, to)}`;
  const rect = (state: State, from: number, to: number, least = 0, title = named(state, from, to)) => {
    const [left, right] = [Math.max(from, view.from, day.from), Math.min(to, view.to, day.to)];
    if (right < left || from > view.to || to < view.from) return null;
    const width = Math.max(least, x(right) - x(left));
    return (
      <rect key={`${state}${from}`} class={state} x={x(left)} y={TOP} width={width} height={BAND}>
        <title>{title}</title>
      </rect>
    );
  };
  return (
    <>
      <Hatches />
      {rect("up", day.from, day.to, 0, say.text.states.up)}
      {outages.map((one) => rect("maybe", one.earliestStart, one.latestStart))}
      {outages.map((one) => rect("down", one.latestStart, one.end, 2))}
      {pairs(program.unknown, view).map(([from, to]) =>
        rect("unknown", from, to, 0, `${gapText(program, from, to, say)} ${span(from, to)}`),
      )}
      {program.gaps.filter(([, , cause]) => cause === "paused").map(([from, to]) => rect("paused", from, to))}
    </>
  );
}

function Hatches() {
  return (
    <defs>
      {(["maybe", "unknown"] as const).map((state) => (
        <pattern key={state} id={`hatch-${state}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class={`ground-${state}`} width="6" height="6" />
          <path class={`line-${state}`} d={state === "maybe" ? "M0 6L6 0" : "M0 0L6 6"} />
        </pattern>
      ))}
    </defs>
  );
}

function pairs(flat: readonly number[], view: View): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    if (flat[i]! < view.to && flat[i + 1]! > view.from) found.push([flat[i]!, flat[i + 1]!]);
  }
  return found;
}

function gapText({ gaps }: ProgramData, from: number, to: number, { text }: Say): string {
  const gap = gaps.find(([start, end]) => start < to && end > from);
  return gap ? `${text.states.unknown} (${text.gapCause[gap[2]]})` : text.states.unknown;
}
