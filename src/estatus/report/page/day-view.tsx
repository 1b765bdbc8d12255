import { useState } from "preact/hooks";
import type { Day } from "../../core/days.ts";
import type { ProgramData } from "./data.ts";
import { byText, detailText, lastedText, startText, whyText, type PageOutage } from "./outages.ts";
import type { Say } from "./say.ts";
import { Timeline } from "./timeline.tsx";

type Props = {
  readonly program: ProgramData;
  readonly outages: readonly PageOutage[];
  readonly day: Day;
  readonly say: Say;
};

/** More outages of one day than this are left to the table below. */
const MOST = 10;

/** One day to the second: its timeline, and what happened in words. */
export function DayView({ program, outages, day, say }: Props) {
  const [view, setView] = useState({ from: day.from, to: day.to });
  const here = outages.filter((one) => one.earliestStart < day.to && one.end > day.from);
  const show = (outage: PageOutage) => {
    const margin = Math.max(30_000, (outage.end - outage.earliestStart) / 2);
    setView({
      from: Math.max(day.from, outage.earliestStart - margin),
      to: Math.min(day.to, outage.end + margin),
    });
  };
  return (
    <div class="day-view">
      <h3>{say.text.timeline(say.date(day.date))}</h3>
      <Timeline program={program} outages={here} day={day} view={view} onView={setView} say={say} />
      {here.length === 0 ? (
        <p>{say.text.quietDay}</p>
      ) : (
        <ul class="events" aria-label={say.text.events}>
          {here.slice(0, MOST).map((outage) => (
            <li key={outage.id}>
              <button type="button" class="link" onClick={() => show(outage)}>
                {startText(outage, say)}
              </button>{" "}
              {lastedText(outage, say)}, {whyText(outage, say)}, {byText(outage, say)}
              {detailText(outage, say) && <span class="more"> ({detailText(outage, say)})</span>}
            </li>
          ))}
          {here.length > MOST && <li>{say.text.moreEvents(say.number(here.length - MOST))}</li>}
        </ul>
      )}
    </div>
  );
}
