import type { Preview } from "../../exchange-types.ts";
import { cancelImport, confirmImport } from "../state/importing.ts";
import { count, text } from "../words/text.ts";
import { ColumnsRead } from "./import-columns.tsx";

/**
 * What an import would do: how many are new, are there already, cannot be read, and why; which columns are read, and
 * which are not.
 */
export function Previewed({ preview }: { preview: Preview }) {
  const words = text();
  const { fresh, duplicate, unreadableCount, file, readAs } = preview;
  return (
    <>
      <div class="file-line">
        <p class="hint">{file}</p>
        <button
          ref={fresh === 0 ? focus : null}
          type="button"
          class="quiet"
          onClick={() => void cancelImport()}
        >
          {words.otherFile}
        </button>
      </div>
      <dl class="counts">
        <Figure value={fresh} label={words.fresh(fresh)} />
        <Figure value={duplicate} label={words.alreadyThere(duplicate)} />
        <Figure value={unreadableCount} label={words.unreadable(unreadableCount)} />
      </dl>
      {unreadableCount > 0 && <Reasons preview={preview} />}
      {readAs && <ColumnsRead readAs={readAs} />}
      {fresh > 0 && <Sample preview={preview} />}
      <div class="sheet-acts">
        <button
          ref={fresh === 0 ? null : focus}
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

// What Enter is for here; the sheet itself had the cursor until now.
const focus = (button: HTMLElement | null) => button?.focus({ preventScroll: true });

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count(value)}</dd>
    </div>
  );
}

function Reasons({ preview: { format, unreadable, unreadableCount } }: { preview: Preview }) {
  const words = text();
  return (
    <details>
      <summary>{words.whyUnreadable(unreadableCount, count(unreadableCount))}</summary>
      <ul class="reasons">
        {unreadable.map(({ row, reason }) => (
          <li key={`${row} ${reason}`}>{words.placeReason[format](count(row), reason)}</li>
        ))}
      </ul>
    </details>
  );
}

function Sample({ preview: { sample } }: { preview: Preview }) {
  const words = text();
  return (
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
  );
}
