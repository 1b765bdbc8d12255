import { useRef } from "preact/hooks";
import type { DayData } from "./data.ts";
import type { Say } from "./say.ts";

type Props = {
  readonly days: readonly DayData[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly say: Say;
};

const MINUTE = 60_000;

/** A cell for each day: colour and height say how long it was away, hatching how much of it nobody watched. */
export function DayStrip({ days, chosen, onChoose, say }: Props) {
  const cells = useRef<(HTMLButtonElement | null)[]>([]);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const to = { Home: 0, End: days.length - 1 }[event.key] ?? (step === undefined ? null : chosen + step);
    if (to === null || to < 0 || to >= days.length) return;
    event.preventDefault();
    onChoose(to);
    cells.current[to]?.focus();
  };
  return (
    <>
      <p class="help">{say.text.daysHelp}</p>
      <div class={days.length > 120 ? "days many" : "days"} onKeyDown={move}>
        {days.map((day, index) => (
          <button
            key={day.date}
            type="button"
            class="day"
            ref={(cell) => {
              cells.current[index] = cell;
            }}
            tabIndex={index === chosen ? 0 : -1}
            aria-pressed={index === chosen}
            aria-label={labelOf(day, say)}
            title={labelOf(day, say)}
            onClick={() => onChoose(index)}
          >
            <Fill day={day} />
          </button>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>{days[0]?.date}</span>
        <span>{days.at(-1)?.date}</span>
      </p>
      <Legend days={days} say={say} />
    </>
  );
}

function Fill({ day }: { readonly day: DayData }) {
  const { times } = day;
  const whole = Math.max(1, times.window);
  const watched = (times.up + times.downMid) / whole;
  const unknown = times.unknown / whole;
  return (
    <span class="fill">
      <span class="unknown" style={{ height: `${unknown * 100}%` }} />
      <span class="paused" style={{ height: `${(times.paused / whole) * 100}%` }} />
      <span class="watched" style={{ height: `${watched * 100}%` }}>
        <span class={shapeOf(day)} />
      </span>
    </span>
  );
}

type Shape = "up" | "short" | "medium" | "long";

function shapeOf({ times: { downMid } }: DayData): Shape {
  if (downMid >= 60 * MINUTE) return "long";
  if (downMid >= 5 * MINUTE) return "medium";
  return downMid > 0 ? "short" : "up";
}

function labelOf(day: DayData, say: Say): string {
  const { downMid, unknown } = day.times;
  return say.text.dayLabel(say.date(day.date), say.duration(downMid), say.duration(unknown));
}

function Legend({ days, say }: { readonly days: readonly DayData[]; readonly say: Say }) {
  const shapes = new Set(days.map(shapeOf));
  return (
    <p class="legend">
      {(["up", "short", "medium", "long"] as const)
        .filter((shape) => shapes.has(shape))
        .map((shape) => (
          <span key={shape} class="key">
            <span class="swatch fill" aria-hidden="true">
              <span class="watched">
                <span class={shape} />
              </span>
            </span>
            {say.text.shapes[shape]}
          </span>
        ))}
      {(["unknown", "paused"] as const)
        .filter((state) => days.some((day) => day.times[state] > 0))
        .map((state) => (
          <span key={state} class="key">
            <span class={`swatch ${state}`} aria-hidden="true" />
            {say.text.states[state]}
          </span>
        ))}
    </p>
  );
}
