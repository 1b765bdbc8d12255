import { useMemo, useState } from "preact/hooks";
import { HeadRow } from "./head-row.tsx";
import { byText, detailText, lastedText, startText, whyText, type PageOutage } from "./outages.ts";
import type { Say } from "./say.ts";

type Props = { readonly outages: readonly PageOutage[]; readonly omitted: number; readonly say: Say };

const ROWS = 50;

/** Every outage, newest first, with a search over all that is shown of it. */
export function OutageTable({ outages, omitted, say }: Props) {
  const { text } = say;
  const [sought, setSought] = useState("");
  const [page, setPage] = useState(0);
  const newest = useMemo(() => outages.toReversed(), [outages]);
  const found = useMemo(() => matching(newest, sought, say), [newest, sought, say]);
  const pages = Math.max(1, Math.ceil(found.length / ROWS));
  return (
    <section aria-labelledby="outages">
      <h2 id="outages">{text.outages(say.number(outages.length + omitted))}</h2>
      {outages.length === 0 ? (
        <p>{text.noOutages}</p>
      ) : (
        <>
          <div class="search">
            <label>
              {text.search}{" "}
              <input
                type="search"
                value={sought}
                placeholder={text.searchHelp}
                onInput={(event) => {
                  setSought(event.currentTarget.value);
                  setPage(0);
                }}
              />
            </label>
            <span role="status">{text.found(say.number(found.length), say.number(outages.length))}</span>
          </div>
          {found.length === 0 ? (
            <p>{text.nothingFound}</p>
          ) : (
            <Rows outages={found.slice(page * ROWS, (page + 1) * ROWS)} say={say} />
          )}
          {pages > 1 && <Pages page={page} pages={pages} onPage={setPage} say={say} />}
          {omitted > 0 && <p class="help">{text.omitted(say.number(omitted))}</p>}
        </>
      )}
    </section>
  );
}

function Rows({ outages, say }: { readonly outages: readonly PageOutage[]; readonly say: Say }) {
  const { columns } = say.text;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-labelledby="outages">
      <table class="outages">
        <HeadRow titles={Object.values(columns)} />
        <tbody>
          {outages.map((outage) => (
            <tr key={outage.id}>
              <td class="time">{startText(outage, say)}</td>
              <td>{lastedText(outage, say)}</td>
              <td>{whyText(outage, say)}</td>
              <td class={outage.endedAt === null ? "open" : ""}>{byText(outage, say)}</td>
              <td class="more">{detailText(outage, say)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type PagesProps = {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly say: Say;
};

function Pages({ page, pages, onPage, say }: PagesProps) {
  const { text } = say;
  return (
    <nav class="pages" aria-labelledby="outages">
      <button type="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        {text.previous}
      </button>
      <span role="status">{text.page(say.number(page + 1), say.number(pages))}</span>
      <button type="button" disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
        {text.next}
      </button>
      <span class="print-only">{text.inPrint}</span>
    </nav>
  );
}

/** Those in whose line every word of `sought` occurs, whatever its case. */
function matching(outages: readonly PageOutage[], sought: string, say: Say): readonly PageOutage[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return outages;
  return outages.filter((outage) => {
    const line = [startText, lastedText, whyText, byText, detailText].map((of) => of(outage, say)).join(" ");
    const plain = line.toLowerCase().replaceAll("\u00a0", " ");
    return words.every((word) => plain.includes(word));
  });
}
