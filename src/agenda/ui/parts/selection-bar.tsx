import type { Contact } from "../../api-types.ts";
import { copyNumber, dial, removeSelected, startEdit } from "../list/acts.ts";
import { selectedCount, selectNone } from "../list/choose.ts";
import { contactAt, indexOf } from "../list/pages.ts";
import { selection } from "../state/screen.ts";
import { offerMerge } from "../state/sheet.ts";
import { count, text } from "../words/text.ts";
import { cursorTo } from "./cursor.ts";
import { IconButton } from "./icon-button.tsx";

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
      <IconButton icon="close" label={words.selectNone} onClick={() => (selectNone(), cursorTo("list"))} />
      <p class="count" role="status">
        {single?.questionable ? words.doubtful : words.selected(many, count(many))}
      </p>
      {single?.phone && <IconButton icon="copy" label={words.copy} onClick={() => copyNumber(single)} />}
      {single?.dial && <IconButton icon="call" label={words.call} onClick={() => dial(single)} />}
      {single && <IconButton icon="edit" label={words.edit} onClick={() => startEdit(single)} />}
      {many > 1 && contacts.length === many && (
        <IconButton icon="merge" label={words.merge} onClick={() => offerMerge(contacts)} />
      )}
      <IconButton icon="bin" label={words.delete} onClick={() => removeSelected()} />
    </div>
  );
}

/** The selected contacts, as far as they are few and fetched. */
function selectedOnHand(): Contact[] {
  const { all, ids } = selection.value;
  if (all || ids.size > mostMerged) return [];
  return [...ids].map((id) => contactAt(indexOf(id))).filter((contact) => contact !== undefined);
}
