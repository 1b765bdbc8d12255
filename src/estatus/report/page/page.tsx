import { useEffect, useMemo, useState } from "preact/hooks";
import { Calendar } from "./calendar.tsx";
import type { PageData, ProgramData } from "./data.ts";
import { Explanations } from "./explanations.tsx";
import { Figures } from "./figures.tsx";
import { GapList } from "./gap-list.tsx";
import { Hours } from "./hours.tsx";
import { OutageTable } from "./outage-table.tsx";
import { outagesOf } from "./outages.ts";
import { Overview } from "./overview.tsx";
import { RestoreTimes } from "./restore-times.tsx";
import { sayIn, type Say } from "./say.ts";
import { WorstWindows } from "./worst-windows.tsx";

/** The whole report: one program at a time, in one of two languages. */
export function Page({ data }: { readonly data: PageData }) {
  const [language, setLanguage] = useState(data.language);
  const [shown, setShown] = useState(0);
  const say = useMemo(() => sayIn(language, data), [language, data]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const program = data.programs[shown]!;
  return (
    <>
      <header class="top">
        <p class="brand">{say.text.brand}</p>
        <button
          type="button"
          class="language"
          lang={language === "en" ? "es" : "en"}
          onClick={() => setLanguage(language === "en" ? "es" : "en")}
        >
          {say.text.language}
        </button>
      </header>
      <main>
        {data.programs.length > 1 && <Overview data={data} shown={shown} onShow={setShown} say={say} />}
        <Program key={shown} program={program} say={say} />
      </main>
      <footer>{say.text.made(say.time(data.generatedAt), data.zone)}</footer>
    </>
  );
}

function Program({ program, say }: { readonly program: ProgramData; readonly say: Say }) {
  const outages = useMemo(() => outagesOf(program), [program]);
  return (
    <>
      <Figures program={program} open={outages.findLast((one) => one.endedAt === null)} say={say} />
      <Calendar program={program} outages={outages} say={say} />
      <section aria-labelledby="charts">
        <h2 id="charts">{say.text.charts}</h2>
        <div class="charts">
          <Hours hours={program.hours} say={say} />
          <RestoreTimes outages={outages} program={program} say={say} />
          <WorstWindows worst={program.worst} say={say} />
        </div>
      </section>
      <OutageTable outages={outages} omitted={program.omitted} say={say} />
      <GapList gaps={program.gaps} say={say} />
      <Explanations say={say} />
    </>
  );
}
