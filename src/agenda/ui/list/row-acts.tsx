import type { Contact } from "../../api-types.ts";
import { called } from "../state/notices.ts";
import { text } from "../words/text.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { copyNumber, removeSelected, startEdit } from "./acts.ts";

/** The buttons of one row, for a pointer; the keyboard has a key for each. */
export function RowActs({ contact }: { contact: Contact }) {
  const words = text();
  const name = called(contact);
  return (
    <div role="gridcell" class="acts">
      {contact.phone && (
        <IconButton inRow icon="copy" label={`${words.copy}: ${name}`} onClick={() => copyNumber(contact)} />
      )}
      {contact.dial && (
        <a
          class="quiet"
          tabIndex={-1}
          href={`tel:${contact.dial}`}
          aria-label={`${words.call}: ${name}`}
          title={words.call}
        >
          <Icon name="call" />
        </a>
      )}
      <IconButton inRow icon="edit" label={`${words.edit}: ${name}`} onClick={() => startEdit(contact)} />
      <IconButton
        inRow
        icon="bin"
        label={`${words.delete}: ${name}`}
        onClick={() => removeSelected(contact)}
      />
    </div>
  );
}
