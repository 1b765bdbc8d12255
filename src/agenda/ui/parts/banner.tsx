import { saveUnsaved, unsaved } from "../state/draft.ts";
import { called } from "../state/notices.ts";
import { trouble } from "../state/saving.ts";
import { text } from "../words/text.ts";
import { Icon } from "./icon.tsx";

/** Says that changes do not get through, and what becomes of what was typed. */
export function Banner() {
  const words = text();
  const waiting = unsaved.value;
  const error = trouble.value;
  return (
    <div role="alert">
      {(error || waiting.length > 0) && (
        <div class="banner">
          <Icon name="doubt" />
          <p>
            {error && (
              <>
                <strong>{error.message}</strong> {error.hint}{" "}
              </>
            )}
            {waiting.length > 0 && words.unsaved(waiting.map(called).join(", "))}
          </p>
          {waiting.length > 0 && (
            <button type="button" class="quiet" onClick={() => void saveUnsaved()}>
              {words.tryAgain}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
