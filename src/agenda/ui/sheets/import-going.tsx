import type { Preview } from "../../exchange-types.ts";
import { beginImport, cancelImport, progress } from "../state/importing.ts";
import { count, text } from "../words/text.ts";

/** An import on its way, with its brake: what is cancelled leaves nothing behind. */
export function Going({ preview }: { preview: Preview }) {
  const words = text();
  const state = progress.value;
  const [done, total] = state?.at === "running" ? [state.done, state.total] : [0, preview.fresh];
  return (
    <>
      <p>{words.importing(count(done), count(total))}</p>
      <progress max={Math.max(1, total)} value={done} aria-label={words.import} />
      <div class="sheet-acts">
        <button type="button" class="plain" onClick={() => void cancelImport().then(beginImport)}>
          {words.cancel}
        </button>
      </div>
    </>
  );
}
