import { useRef } from "preact/hooks";
import type { Times } from "../../core/availability.ts";
import type { PageTexts } from "../../../locales/report-page.ts";
import { shapeOf } from "../shape.ts";
import type { Say } from "./say.ts";

/** A stretch of the calendar: how it went, how long it was away a day (ms), and all of that in words. */
export type Cell = {
  readonly date: string;
  readonly times: Times;
  readonly awayADay: number;
  readonly label: string;
};

type Props = {
  readonly cells: readonly Cell[];
  readonly shapes: PageTexts["shapes"];
  readonly help: string;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly say: Say;
};

/** A row of cells to choose from: colour and height say how long it was away, hatching how much nobody watched. */
export function Strip({ cells, shapes, help, chosen, onChoose, say }: Props) {
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const to = { Home: 0, End: cells.length - 1 }[event.key] ?? (step === undefined ? null : chosen + step);
    if (to === null || to < 0 || to >= cells.length) return;
    event.preventDefault();
    onChoose(to);
    buttons.current[to]?.focus();
  };
  return (
    <>
      <p class="help">{help}</p>
      <div class="days" onKeyDown={move}>
        {cells.map((cell, index) => (
          <button
            key={cell.date}
            type="button"
            class="day"
            ref={(button) => {
              buttons.current[index] = button;
            }}
            tabIndex={index === chosen ? 0 : -1}
            aria-pressed={index === chosen}
            aria-label={cell.label}
            title={cell.label}
            onClick={() => onChoose(index)}
          >
            <Fill cell={cell} />
          </button>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>{cells[0]?.date}</span>
        <span>{cells.at(-1)?.date}</span>
      </p>
      <Legend cells={cells} shapes={shapes} say={say} />
    </>
  );
}

function Fill({ cell }: { readonly cell: Cell }) {
  const { times } = cell;
  const whole = Math.max(1, times.window);
  const watched = (times.up + times.downMid) / whole;
  const unknown = times.unknown / whole;
  return (
    <span class="fill">
      <span class="unknown" style={{ height: `${unknown * 100}%` }} />
      <span class="paused" style={{ height: `${(times.paused / whole) * 100}%` }} />
      <span class="watched" style={{ height: `${watched * 100}%` }}>
        <span class={shapeOf(cell.awayADay)} />
      </span>
    </span>
  );
}

function Legend({ cells, shapes, say }: Pick<Props, "cells" | "shapes" | "say">) {
  const used = new Set(cells.map((cell) => shapeOf(cell.awayADay)));
  return (
    <p class="legend">
      {(["up", "short", "medium", "long"] as const)
        .filter((shape) => used.has(shape))
        .map((shape) => (
          <span key={shape} class="key">
            <span class="swatch fill" aria-hidden="true">
              <span class="watched">
                <span class={shape} />
              </span>
            </span>
            {shapes[shape]}
          </span>
        ))}
      {(["unknown", "paused"] as const)
        .filter((state) => cells.some((cell) => cell.times[state] > 0))
        .map((state) => (
          <span key={state} class="key">
            <span class={`swatch ${state}`} aria-hidden="true" />
            {say.text.states[state]}
          </span>
        ))}
    </p>
  );
}
