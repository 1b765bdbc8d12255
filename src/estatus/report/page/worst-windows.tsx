import type { ProgramData } from "./data.ts";
import { Chart } from "./chart.tsx";
import { HeadRow } from "./head-row.tsx";
import type { Say } from "./say.ts";

const MINUTE = 60_000;
const MARKS = [1, 10, 60, 8 * 60, 1440, 7 * 1440, 30 * 1440, 365 * 1440].map((minutes) => minutes * MINUTE);

/** The worst stretch of every length, as a curve and as a table. */
export function WorstWindows({ worst, say }: { readonly worst: ProgramData["worst"]; readonly say: Say }) {
  const { text } = say;
  const least = Math.min(...worst.map((one) => one.availability));
  return (
    <div class="chart">
      <h3>{text.worst}</h3>
      {least === 1 ? (
        <p class="help">{text.noFailures}</p>
      ) : (
        <>
          <p class="help">{text.worstHelp}</p>
          <Chart
            label={`${text.worst}: ${say.percent(least)}. ${text.worstHelp}`}
            xs={worst.map((one) => one.length)}
            ys={worst.map((one) => one.availability)}
            xSplits={MARKS.filter((mark) => mark <= worst.at(-1)!.length)}
            xLabel={say.duration}
            yLabel={say.percent}
            yRange={[Math.max(0, least - 0.05), 1]}
            names={[text.length, text.worstShare]}
            stepped={false}
          />
          <WorstTable worst={worst} say={say} />
        </>
      )}
    </div>
  );
}

const SHOWN = new Set([MINUTE, 60 * MINUTE, 1440 * MINUTE, 7 * 1440 * MINUTE, 30 * 1440 * MINUTE]);

function WorstTable({ worst, say }: { readonly worst: ProgramData["worst"]; readonly say: Say }) {
  const { text } = say;
  return (
    <table class="plain">
      <HeadRow titles={[text.length, text.worstShare, text.whenWorst]} />
      <tbody>
        {worst
          .filter((one, index) => SHOWN.has(one.length) || index === worst.length - 1)
          .map((one) => (
            <tr key={one.length}>
              <th scope="row">{say.duration(one.length)}</th>
              <td>{say.percent(one.availability)}</td>
              <td>{say.time(one.from)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
