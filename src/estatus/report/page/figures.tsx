import type { ProgramData } from "./data.ts";
import { lastedText, startText, type PageOutage } from "./outages.ts";
import type { Say } from "./say.ts";

type Props = { readonly program: ProgramData; readonly say: Say };

/** The headline, the bar of the whole time, and the figures with what they rest on. */
export function Figures({ program, open, say }: Props & { readonly open: PageOutage | undefined }) {
  const { known, coverage, lower, upper } = program.availability;
  const { text } = say;
  const watched = known !== null && coverage !== null && lower !== null && upper !== null;
  const unwatched = program.times.unknown === 0 ? text.allPaused : text.nothingWatched;
  return (
    <section aria-labelledby="headline">
      <h1 id="headline">
        {program.machine === null ? program.name : `${program.name} · ${program.machine}`}
      </h1>
      <p class="period">{text.period(say.time(program.since), say.time(program.until))}</p>
      <p class="headline">{watched ? text.upFor(say.percent(known), say.percent(coverage)) : unwatched}.</p>
      {watched && <p>{text.between(say.percent(lower), say.percent(upper))}</p>}
      {open && <p class="open">{text.awayNow(startText(open, say), lastedText(open, say))}</p>}
      <WholeTime program={program} say={say} />
      <dl class="cards">
        <UpCards program={program} say={say} />
        <FailureCards program={program} say={say} />
      </dl>
    </section>
  );
}

type CardProps = { readonly title: string; readonly value: string; readonly detail: string };

function Card({ title, value, detail }: CardProps) {
  return (
    <div class="card">
      <dt>{title}</dt>
      <dd class="value">{value}</dd>
      <dd class="detail">{detail}</dd>
    </div>
  );
}

const NONE = "—";

function UpCards({ program, say }: Props) {
  const { text, percent, duration } = say;
  const { times, availability } = program;
  const share = (value: number | null) => (value === null ? NONE : percent(value));
  const { lower, upper } = availability;
  return (
    <>
      <Card
        title={text.known}
        value={share(availability.known)}
        detail={
          times.downMax === 0
            ? text.neverDown
            : text.downDetail(duration(times.downMid), duration(times.downMin), duration(times.downMax))
        }
      />
      <Card
        title={text.coverage}
        value={share(availability.coverage)}
        detail={
          text.unwatchedDetail(duration(times.unknown)) +
          (times.paused > 0 ? text.pausedDetail(duration(times.paused)) : "")
        }
      />
      <Card
        title={text.bounds}
        value={lower === null || upper === null ? NONE : `${percent(lower)} – ${percent(upper)}`}
        detail={text.boundsDetail}
      />
    </>
  );
}

function FailureCards({ program, say }: Props) {
  const { text, duration } = say;
  const { mtbf, restore } = program;
  const mean = mtbf.milliseconds === null ? NONE : duration(mtbf.milliseconds);
  const { p50, p95, max } = restore;
  return (
    <>
      <Card
        title={text.mtbf}
        value={mtbf.isLowerBound ? text.atLeast(mean) : mean}
        detail={mtbf.isLowerBound ? text.mtbfBoundDetail : text.mtbfDetail}
      />
      <Card title={text.failures} value={say.number(program.failures)} detail={text.failuresDetail} />
      <Card
        title={text.restore}
        value={p50 === null ? NONE : duration(p50)}
        detail={
          p95 === null || max === null
            ? text.nothingRestored
            : text.restoreDetail(duration(p95), duration(max))
        }
      />
    </>
  );
}

function WholeTime({ program, say }: Props) {
  const { times } = program;
  const parts = [
    ["up", times.up - (times.downMax - times.downMid)],
    ["maybe", times.downMax - times.downMin],
    ["down", times.downMin],
    ["unknown", times.unknown],
    ["paused", times.paused],
  ] as const;
  const there = parts.filter(([, time]) => time > 0);
  return (
    <figure class="whole">
      <div class="bar" aria-hidden="true">
        {there.map(([state, time]) => (
          <span key={state} class={`part ${state}`} style={{ flexGrow: time }} />
        ))}
      </div>
      <figcaption>
        {there.map(([state, time]) => (
          <span key={state} class="key">
            <span class={`swatch ${state}`} aria-hidden="true" />
            {say.text.states[state]} {say.duration(time)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
