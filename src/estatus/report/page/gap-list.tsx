import { useState } from "preact/hooks";
import type { ProgramData } from "./data.ts";
import { HeadRow } from "./head-row.tsx";
import type { Say } from "./say.ts";

const FIRST = 12;

/** The gaps with their causes, newest first: the longest stories first would hide when they were. */
export function GapList({ gaps, say }: { readonly gaps: ProgramData["gaps"]; readonly say: Say }) {
  const { text } = say;
  const [all, setAll] = useState(false);
  const newest = gaps.toReversed();
  const shown = all ? newest : newest.slice(0, FIRST);
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{text.gaps(say.number(gaps.length))}</h2>
      {gaps.length === 0 ? (
        <p>{text.noGaps}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="group" aria-labelledby="gaps">
          <table>
            <HeadRow titles={Object.values(text.gapColumns)} />
            <tbody>
              {shown.map(([from, to, cause]) => (
                <tr key={from}>
                  <td class="time">{say.time(from)}</td>
                  <td class="time">{say.time(to)}</td>
                  <td>{say.duration(to - from)}</td>
                  <td>{text.gapCause[cause]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!all && gaps.length > FIRST && (
        <p>
          <button type="button" onClick={() => setAll(true)}>
            {text.allGaps(say.number(gaps.length))}
          </button>
          <span class="print-only">{text.gapsInPrint(say.number(FIRST), say.number(gaps.length))}</span>
        </p>
      )}
    </section>
  );
}
