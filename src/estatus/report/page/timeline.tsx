import type { Day } from "../../core/days.ts";
import { Band, BAND_BOX, type BandProps } from "./band.tsx";
import type { Say } from "./say.ts";
import { ticksOf } from "./ticks.ts";
import { zoomed, zoomKeys, type View } from "./zoom.ts";

type Props = BandProps & { readonly onView: (view: View) => void };

/** A day as a band that is zoomed and moved through by the keyboard, by its buttons and by a click. */
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
        viewBox={BAND_BOX}
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
