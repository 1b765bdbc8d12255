import type { Day } from "../../core/days.ts";
import type { ProgramData } from "./data.ts";
import type { PageOutage } from "./outages.ts";
import type { Say } from "./say.ts";
import { ticksOf } from "./ticks.ts";
import { zoomed, zoomKeys, type View } from "./zoom.ts";

type Props = {
  readonly program: ProgramData;
  readonly outages: readonly PageOutage[];
  readonly day: Day;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly say: Say;
};

const WIDTH = 1000;
const TOP = 6;
const BAND = 56;
const HEIGHT = TOP + BAND + 22;

/** A day as a band: certain absence solid, the interval a start lies in hatched, unwatched time drawn as such. */
export function Timeline(props: Props) {
  const { day, view, onView, say } = props;
  const keys = (event: KeyboardEvent) => {
    const next = zoomKeys(event.key, view, day);
    if (next === null) return;
    event.preventDefault();
    onView(next);
  };
  const click = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const at = view.from + ((event.clientX - box.left) / box.width) * (view.to - view.from);
    onView(zoomed(view, day, 1 / 4, at));
  };
  return (
    <>
      <div class="zoom">
        <span class="view">
          {say.time(view.from)} – {view.to === day.to ? endOf(day, say) : say.clock(view.to)}
        </span>
        <Buttons day={day} view={view} onView={onView} say={say} />
      </div>
      <svg
        class="timeline"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="application"
        tabindex={0}
        aria-label={`${say.text.timeline(say.date(day.date))}. ${say.text.timelineHelp}`}
        onKeyDown={keys}
        onClick={click}
      >
        <Band {...props} />
      </svg>
      <Hours view={view} say={say} />
      <p class="help">{say.text.timelineHelp}</p>
    </>
  );
}

// The end of a whole day is its 24th hour, not the next one's first.
function endOf(day: Day, say: Say): string {
  const clock = say.clock(day.to);
  return clock === "00:00:00" ? "24:00:00" : clock;
}

function Buttons({ day, view, onView, say }: Pick<Props, "day" | "view" | "onView" | "say">) {
  const { text } = say;
  const buttons = [
    ["ArrowLeft", "←", text.earlier],
    ["-", "−", text.zoomOut],
    ["+", "+", text.zoomIn],
    ["ArrowRight", "→", text.later],
    ["Home", text.wholeDay, text.wholeDay],
  ] as const;
  return (
    <span class="buttons">
      {buttons.map(([key, sign, label]) => (
        <button
          key={key}
          type="button"
          aria-label={label}
          title={label}
          onClick={() => onView(zoomKeys(key, view, day) ?? view)}
        >
          {sign}
        </button>
      ))}
    </span>
  );
}

function Band({ program, outages, day, view, say }: Props) {
  const x = (at: number) => ((at - view.from) / (view.to - view.from)) * WIDTH;
  const rect = (state: string, from: number, to: number, least: number, title: string) => {
    const [left, right] = [Math.max(from, view.from, day.from), Math.min(to, view.to, day.to)];
    if (right < left || from > view.to || to < view.from) return null;
    const width = Math.max(least, x(right) - x(left));
    return (
      <rect key={`${state}${from}`} class={state} x={x(left)} y={TOP} width={width} height={BAND}>
        <title>{title}</title>
      </rect>
    );
  };
  const span = (from: number, to: number) => `${say.time(from)} – ${say.time(to)}`;
  return (
    <>
      <Hatches />
      {rect("up", day.from, day.to, 0, say.text.states.up)}
      {outages.map((one) =>
        rect(
          "maybe",
          one.earliestStart,
          one.latestStart,
          0,
          `${say.text.states.maybe} ${span(one.earliestStart, one.latestStart)}`,
        ),
      )}
      {outages.map((one) =>
        rect(
          "down",
          one.latestStart,
          one.end,
          2,
          `${say.text.states.down} ${span(one.latestStart, one.end)}`,
        ),
      )}
      {pairs(program.unknown, view).map(([from, to]) =>
        rect("unknown", from, to, 0, `${gapText(program, from, to, say)} ${span(from, to)}`),
      )}
      {program.gaps
        .filter(([, , cause]) => cause === "paused")
        .map(([from, to]) => rect("paused", from, to, 0, `${say.text.states.paused} ${span(from, to)}`))}
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

// A label stands to the right of its mark: near the end there is no room for one.
const LAST_LABEL = 0.95;

function Hours({ view, say }: { readonly view: View; readonly say: Say }) {
  const place = (at: number) => (at - view.from) / (view.to - view.from);
  return (
    <div class="hours-axis" aria-hidden="true">
      {ticksOf(view, say.clock)
        .filter(({ at }) => place(at) <= LAST_LABEL)
        .map(({ at, label }) => (
          <span key={at} style={{ left: `${place(at) * 100}%` }}>
            {label}
          </span>
        ))}
    </div>
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
