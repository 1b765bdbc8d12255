import type { Contact } from "../../api-types.ts";
import { called } from "../state/notices.ts";
import { text } from "../words/text.ts";
import { Icon } from "../parts/icon.tsx";
import { copyNumber, removeSelected, startEdit } from "./acts.ts";

/** The buttons of one row, for a pointer; the keyboard has a key for each. */
export function RowActs({ contact }: { contact: Contact }) {
  const words = text();
  const name = called(contact);
  return (
    <div role="gridcell" class="acts">
      {contact.phone && (
        <Act icon="copy" label={`${words.copy}: ${name}`} onClick={() => copyNumber(contact)} />
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
      <Act icon="edit" label={`${words.edit}: ${name}`} onClick={() => startEdit(contact)} />
      <Act icon="bin" label={`${words.delete}: ${name}`} onClick={() => removeSelected(contact)} />
    </div>
  );
}

type ActProps = { icon: "copy" | "edit" | "bin"; label: string; onClick: () => unknown };

function Act({ icon, label, onClick }: ActProps) {
  return (
    <button
      type="button"
      class="quiet"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={() => void onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}
