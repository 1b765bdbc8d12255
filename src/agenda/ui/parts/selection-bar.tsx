import { copyNumber, dial, removeSelected, startEdit } from "../list/acts.ts";
import { mostSelected, selectNone } from "../list/choose.ts";
import { contactAt, indexOf } from "../list/pages.ts";
import { selection } from "../state/screen.ts";
import { count, text } from "../words/text.ts";
import { cursorTo } from "./cursor.ts";
import { Icon, type IconName } from "./icon.tsx";

/** What can be done with the selected contacts. */
export function SelectionBar() {
  const words = text();
  const many = selection.value.size;
  const [id] = selection.value;
  const contact = many === 1 && id !== undefined ? contactAt(indexOf(id)) : undefined;
  return (
    <div class="selected" role="toolbar" aria-label={words.withSelected}>
      <Act icon="close" label={words.selectNone} onClick={() => (selectNone(), cursorTo("list"))} />
      <p class="count" role="status">
        {contact?.questionable ? words.questionable : words.selected(many, count(many))}
        {many >= mostSelected && ` (${words.mostSelected})`}
      </p>
      {contact && <Act icon="edit" label={words.edit} onClick={() => startEdit(contact)} />}
      {contact?.phone && <Act icon="copy" label={words.copy} onClick={() => copyNumber(contact)} />}
      {contact?.dial && <Act icon="call" label={words.call} onClick={() => dial(contact)} />}
      <Act icon="bin" label={words.delete} onClick={() => removeSelected()} />
    </div>
  );
}

function Act({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => unknown }) {
  return (
    <button type="button" class="quiet" aria-label={label} title={label} onClick={() => void onClick()}>
      <Icon name={icon} />
    </button>
  );
}
