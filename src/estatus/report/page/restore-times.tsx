import { useMemo } from "preact/hooks";
import type { ProgramData } from "./data.ts";
import { Chart } from "./chart.tsx";
import { HeadRow } from "./head-row.tsx";
import type { PageOutage } from "./outages.ts";
import type { Say } from "./say.ts";

type Props = { readonly outages: readonly PageOutage[]; readonly program: ProgramData; readonly say: Say };

const MARKS = [1, 5, 15, 60, 300, 900, 3600, 4 * 3600, 86_400, 7 * 86_400, 30 * 86_400].map((s) => s * 1000);
const MOST_STEPS = 400;

/** Which share of the failures was over after how long. */
export function RestoreTimes({ outages, program, say }: Props) {
  const { text } = say;
  const { p50, p95, max } = program.restore;
  const curve = useMemo(() => stepsOf(outages, program), [outages, program]);
  return (
    <div class="chart">
      <h3>{text.restoreTimes}</h3>
      {p50 === null || p95 === null || max === null ? (
        <p class="help">{text.noFailures}</p>
      ) : (
        <>
          <p class="help">{text.restoreHelp}</p>
          <Chart
            label={`${text.restoreTimes}: ${say.duration(p50)} ${text.restoreDetail(say.duration(p95), say.duration(max))}`}
            {...curve}
            xLabel={say.duration}
            yLabel={say.percent}
            yRange={[0, 1]}
            names={[text.after, text.restoredShare]}
            stepped
          />
          <table class="plain">
            <HeadRow titles={[text.restoredShare, text.after]} />
            <tbody>
              {(
                [
                  [0.5, p50],
                  [0.95, p95],
                  [1, max],
                ] as const
              ).map(([share, time]) => (
                <tr key={share}>
                  <th scope="row">{say.percent(share)}</th>
                  <td>{say.duration(time)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function stepsOf(outages: readonly PageOutage[], program: ProgramData) {
  const durations = outages
    .filter((one) => one.kind !== "cold-start" && one.endedAt !== null && one.endedAt < program.until)
    .map((one) => Math.max(1000, one.duration.mid))
    .sort((a, b) => a - b);
  if (durations.length === 0) return { xs: [], ys: [], xSplits: [] };
  const first = durations[0]!;
  const last = durations.at(-1)!;
  const every = Math.max(1, Math.ceil(durations.length / MOST_STEPS));
  const xs = [first * 0.8];
  const ys = [0];
  for (let i = 0; i < durations.length; i += every) {
    const upTo = Math.min(durations.length - 1, i + every - 1);
    if (durations[upTo]! > xs.at(-1)!) {
      xs.push(durations[upTo]!);
      ys.push((upTo + 1) / durations.length);
    } else ys[ys.length - 1] = (upTo + 1) / durations.length;
  }
  xs.push(last * 1.2);
  ys.push(1);
  return { xs, ys, xSplits: MARKS.filter((mark) => mark >= xs[0]! && mark <= xs.at(-1)!) };
}
