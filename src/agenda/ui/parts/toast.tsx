import { useEffect, useState } from "preact/hooks";
import { undo } from "../state/changes.ts";
import { notice, type Notice } from "../state/notices.ts";
import { offerMerge } from "../state/sheet.ts";
import { text } from "../words/text.ts";
import { IconButton } from "./icon-button.tsx";

// Long enough to read it, look again and reach for the button.
const shownFor = 10_000;

/** What just happened, with its undo. It waits while the pointer or the cursor is on it. */
export function Toast() {
  const [held, hold] = useState(false);
  const now = notice.value;
  useEffect(() => {
    if (!now || held || now.tone === "bad") return;
    const timer = setTimeout(() => (notice.value = null), shownFor);
    return () => clearTimeout(timer);
  }, [now, held]);
  return (
    <div
      class="toasts"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocusCapture={() => hold(true)}
      onBlurCapture={() => hold(false)}
    >
      <div role="status" class={now ? `toast ${now.tone}` : ""}>
        {now && <p>{now.words()}</p>}
      </div>
      {now && <Acts notice={now} />}
    </div>
  );
}

function Acts({ notice: { change, isUndo, likely } }: { notice: Notice }) {
  const words = text();
  return (
    <div class="toast-acts">
      {likely && (
        <button type="button" class="quiet" onClick={() => offerMerge(likely)}>
          {words.merge}
        </button>
      )}
      {change !== undefined && (
        <button type="button" class="quiet" onClick={() => void undo(change)}>
          {isUndo ? words.redo : words.undo}
        </button>
      )}
      <IconButton icon="close" label={words.dismiss} onClick={() => (notice.value = null)} />
    </div>
  );
}
