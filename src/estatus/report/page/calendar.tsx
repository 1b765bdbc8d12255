import { useMemo, useState } from "preact/hooks";
import { addTimes, type Times } from "../../core/availability.ts";
import type { Day } from "../../core/days.ts";
import type { ProgramData } from "./data.ts";
import { DayView } from "./day-view.tsx";
import { monthsOf, worstOf, type Month } from "./months.ts";
import type { PageOutage } from "./outages.ts";
import type { Say } from "./say.ts";
import { Strip, type Cell } from "./strip.tsx";

type Props = {
  readonly program: ProgramData;
  readonly outages: readonly PageOutage[];
  readonly say: Say;
};

/** More days than this no eye takes in at once: then a strip of months comes before the days of one. */
const MOST_DAYS = 120;

/** The strip of days, the worst of them chosen, and the chosen one to the second. */
export function Calendar({ program, outages, say }: Props) {
  const { days } = program;
  const [day, setDay] = useState(() => worstOf(days));
  const months = useMemo(() => (days.length > MOST_DAYS ? monthsOf(days) : []), [days]);
  const month = months.findLastIndex(({ first }) => first <= day);
  const shown = months[month] ?? { first: 0, days };
  const { text } = say;
  return (
    <section aria-labelledby="days">
      <h2 id="days">{text.days}</h2>
      {months.length > 0 && (
        <Strip
          cells={months.map((one) => monthCell(one, say))}
          shapes={text.shapesOfMonths}
          help={text.monthsHelp}
          chosen={month}
          onChoose={(index) => setDay(months[index]!.first + worstOf(months[index]!.days))}
          say={say}
        />
      )}
      {months.length > 0 && <h3 class="month">{say.month(months[month]!.date)}</h3>}
      <Strip
        cells={shown.days.map((one) => dayCell(one, say))}
        shapes={text.shapes}
        help={text.daysHelp}
        chosen={day - shown.first}
        onChoose={(index) => setDay(shown.first + index)}
        say={say}
      />
      <DayView key={day} program={program} outages={outages} day={days[day]!} say={say} />
    </section>
  );
}

function dayCell({ date, times }: Day, say: Say): Cell {
  return { date, times, awayADay: times.downMid, label: labelOf(say.date(date), times, say) };
}

function monthCell({ date, days }: Month, say: Say): Cell {
  const times = addTimes(days.map((day) => day.times));
  const awayADay = times.downMid / days.length;
  return { date, times, awayADay, label: labelOf(say.month(date), times, say) };
}

function labelOf(when: string, { downMid, unknown }: Times, say: Say): string {
  return say.text.dayLabel(when, say.duration(downMid), say.duration(unknown));
}
