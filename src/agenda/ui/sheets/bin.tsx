import { useState } from "preact/hooks";
import type { BinPage } from "../../api-types.ts";
import { isFirst } from "../parts/first-click.ts";
import { emptyBin, restore } from "../state/changes.ts";
import { called } from "../state/notices.ts";
import { count, day, text } from "../words/text.ts";
import { usePile } from "./pile.ts";
import { Sheet } from "./sheet.tsx";

/** What was deleted in the last thirty days, last first, each with its way back. */
export function BinSheet() {
  const words = text();
  const { pile, more } = usePile<BinPage>("api/bin");
  const contacts = pile?.stretches.flatMap((stretch) => stretch.contacts);
  return (
    <Sheet title={words.bin}>
      <p class="hint">{pile?.total === 0 ? words.binEmpty : words.binHint}</p>
      <ul class="pile">
        {contacts?.map((contact) => (
          <li key={contact.id}>
            <div>
              <strong dir="auto">{called(contact)}</strong> {contact.name && <span>{contact.shown}</span>}
              <p class="hint">{words.goneOn(day(contact.goneAt))}</p>
            </div>
            <button
              type="button"
              class="plain"
              aria-label={`${words.restore}: ${called(contact)}`}
              onClick={() => void restore([contact.id])}
            >
              {words.restore}
            </button>
          </li>
        ))}
      </ul>
      {pile && pile.total > 0 && (
        <div class="sheet-acts">
          {!pile.isWhole && (
            <button type="button" class="plain" onClick={more}>
              {words.showMore}
            </button>
          )}
          <EmptyBin many={pile.total} />
        </div>
      )}
    </Sheet>
  );
}

/** Asks once more: this is the one thing that cannot be undone. */
function EmptyBin({ many }: { many: number }) {
  const words = text();
  const [asked, ask] = useState(false);
  return asked ? (
    <button
      type="button"
      class="danger"
      onClick={(event) => isFirst(event) && void emptyBin().then(() => ask(false))}
    >
      {words.emptyBinSure(count(many))}
    </button>
  ) : (
    <button type="button" class="plain" onClick={() => ask(true)}>
      {words.emptyBin}
    </button>
  );
}
