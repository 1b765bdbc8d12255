import { restored, restoredWords } from "../state/restored.ts";
import { text } from "../words/text.ts";
import { Icon } from "./icon.tsx";
import { IconButton } from "./icon-button.tsx";

/** A small note of what came back. */
export function RestoredNote() {
  return (
    <div role="status">
      {restored.value && (
        <div class="restored">
          <Icon name="back" />
          <p>{restoredWords()}</p>
          <IconButton icon="close" label={text().dismiss} onClick={() => (restored.value = null)} />
        </div>
      )}
    </div>
  );
}
