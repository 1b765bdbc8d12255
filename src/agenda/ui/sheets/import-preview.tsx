import type { Preview } from "../../exchange-types.ts";
import { beginImport, cancelImport, confirmImport } from "../state/importing.ts";
import { count, text } from "../words/text.ts";

/** What an import would do: how many are new, are there already, cannot be read, and why. */
export function Previewed({ preview }: { preview: Preview }) {
  const words = text();
  const { fresh, duplicate, unreadable, unreadableCount, sample, file, format } = preview;
  return (
    <>
      <p class="hint">{file}</p>
      <dl class="counts">
        <Figure value={fresh} label={words.fresh} />
        <Figure value={duplicate} label={words.alreadyThere} />
        <Figure value={unreadableCount} label={words.unreadable} />
      </dl>
      {sample.length > 0 && (
        <table class="sample">
          <caption>{words.sample}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.phone}</th>
            </tr>
          </thead>
          <tbody>
            {sample.slice(0, 5).map(({ name, phone }, row) => (
              <tr key={row}>
                <td>{name}</td>
                <td>{phone}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unreadableCount > 0 && (
        <details>
          <summary>{words.whyUnreadable(unreadableCount, count(unreadableCount))}</summary>
          <ul class="reasons">
            {unreadable.map(({ row, reason }) => (
              <li key={`${row} ${reason}`}>{words.placeReason[format](count(row), reason)}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="sheet-acts">
        <button type="button" class="plain" onClick={() => void cancelImport().then(beginImport)}>
          {words.otherFile}
        </button>
        <button
          type="button"
          class="primary"
          disabled={fresh === 0}
          onClick={() => void confirmImport(preview)}
        >
          {words.importNow(fresh, count(fresh))}
        </button>
      </div>
    </>
  );
}

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count(value)}</dd>
    </div>
  );
}
