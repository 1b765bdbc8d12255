import { restored, restoredWords } from "../state/restored.ts";
import { text } from "../words/text.ts";
import { Icon } from "./icon.tsx";

/** A small note of what came back. */
export function RestoredNote() {
  return (
    <div role="status">
      {restored.value && (
        <div class="restored">
          <Icon name="back" />
          <p>{restoredWords()}</p>
          <button
            type="button"
            class="quiet"
            aria-label={text().dismiss}
            onClick={() => (restored.value = null)}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
