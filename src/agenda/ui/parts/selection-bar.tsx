import type { Contact } from "../../api-types.ts";
import { copyNumber, dial, removeSelected, startEdit } from "../list/acts.ts";
import { selectedCount, selectNone } from "../list/choose.ts";
import { contactAt, indexOf } from "../list/pages.ts";
import { selection } from "../state/screen.ts";
import { offerMerge } from "../state/sheet.ts";
import { count, text } from "../words/text.ts";
import { cursorTo } from "./cursor.ts";
import { Icon, type IconName } from "./icon.tsx";

// More than this many are hardly one person.
const mostMerged = 12;

/** What can be done with the selected contacts. */
export function SelectionBar() {
  const words = text();
  const many = selectedCount();
  const contacts = selectedOnHand();
  const single = many === 1 ? contacts[0] : undefined;
  return (
    <div class="selected" role="toolbar" aria-label={words.withSelected}>
      <Act icon="close" label={words.selectNone} onClick={() => (selectNone(), cursorTo("list"))} />
      <p class="count" role="status">
        {single?.questionable ? words.doubtful : words.selected(many, count(many))}
      </p>
      {single?.phone && <Act icon="copy" label={words.copy} onClick={() => copyNumber(single)} />}
      {single?.dial && <Act icon="call" label={words.call} onClick={() => dial(single)} />}
      {single && <Act icon="edit" label={words.edit} onClick={() => startEdit(single)} />}
      {many > 1 && contacts.length === many && (
        <Act icon="merge" label={words.merge} onClick={() => offerMerge(contacts)} />
      )}
      <Act icon="bin" label={words.delete} onClick={() => removeSelected()} />
    </div>
  );
}

/** The selected contacts, as far as they are few and fetched. */
function selectedOnHand(): Contact[] {
  if (selection.value === "all" || selection.value.size > mostMerged) return [];
  return [...selection.value].map((id) => contactAt(indexOf(id))).filter((contact) => contact !== undefined);
}

function Act({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => unknown }) {
  return (
    <button type="button" class="quiet" aria-label={label} title={label} onClick={() => void onClick()}>
      <Icon name={icon} />
    </button>
  );
}
