import type { Preview } from "../../exchange-types.ts";
import { cancelImport, progress, readSoFar, step } from "../state/importing.ts";
import { count, text } from "../words/text.ts";

/** A file that is read, to be shown; it can be given up. */
export function BeingRead({ file }: { file: string }) {
  const words = text();
  return (
    <>
      <p>{words.reading(file)}</p>
      <progress value={readSoFar.value} aria-label={words.import} />
      <Brake label={words.cancel} />
    </>
  );
}

/** An import on its way, with its brake: what is cancelled in time leaves nothing behind. */
export function Going({ preview }: { preview: Preview }) {
  const words = text();
  const state = progress.value;
  const [done, total] = state?.at === "running" ? [state.done, state.total] : [0, preview.fresh];
  const isCancelling = step.value.at === "going" && step.value.isCancelling;
  return (
    <>
      <p>{words.importing(count(done), count(total))}</p>
      <progress max={Math.max(1, total)} value={done} aria-label={words.import} />
      <Brake label={isCancelling ? words.cancelling : words.cancel} isDisabled={isCancelling} />
    </>
  );
}

function Brake({ label, isDisabled = false }: { label: string; isDisabled?: boolean }) {
  return (
    <div class="sheet-acts">
      <button type="button" class="plain" disabled={isDisabled} onClick={() => void cancelImport()}>
        {label}
      </button>
    </div>
  );
}
