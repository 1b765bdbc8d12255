import type { Contact, Sort } from "../../api-types.ts";
import { selectedCount } from "../list/choose.ts";
import { showContact } from "../list/find.ts";
import { known } from "../list/pages.ts";
import { already } from "../state/already.ts";
import { waiting } from "../state/draft.ts";
import { saving } from "../state/saving.ts";
import { focus, sort } from "../state/screen.ts";
import { count, text } from "../words/text.ts";
import { Icon } from "./icon.tsx";
import { SelectionBar } from "./selection-bar.tsx";

/** What stands above the list: how many there are and in which order, or what to do with those selected. */
export function ListBar() {
  // Whoever types a contact that is there is told so, whatever is selected; the bar of those is back with the cursor in the list.
  const isTyping = focus.value === "name" || focus.value === "phone";
  const isTold = isTyping && already.value.length > 0;
  return (
    <div class="bar">
      {selectedCount() > 0 && !isTold ? <SelectionBar /> : <Summary />}
      <Order />
      <Saved />
    </div>
  );
}

function Summary() {
  const words = text();
  // Of the list that is shown: another one may be on its way.
  const { search, total: found } = known.value;
  const total = found ?? 0;
  const [likely] = already.value;
  return (
    <div class="count" role="status">
      {likely ? (
        <AlreadyHere contact={likely} />
      ) : (
        <p>{search.trim() === "" ? words.contacts(total, count(total)) : words.found(total, count(total))}</p>
      )}
    </div>
  );
}

function Order() {
  const words = text();
  return (
    <label class="sort">
      <span class="off-screen">{words.sort}</span>
      <select value={sort.value} onChange={(event) => (sort.value = event.currentTarget.value as Sort)}>
        {Object.entries(words.sorts).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function AlreadyHere({ contact }: { contact: Contact }) {
  const words = text();
  return (
    <p class="already">
      <span>
        {words.alreadyHere} <bdi>{contact.name}</bdi>
        {contact.name && contact.shown && " · "}
        {contact.shown}
      </span>
      <button type="button" class="link" onClick={() => void showContact(contact)}>
        {words.show}
      </button>
    </p>
  );
}

function Saved() {
  const words = text().saving;
  const state = waiting.value ? "failed" : saving.value;
  return (
    <span class={`saving ${state}`} title={words[state]}>
      <Icon name={state === "failed" ? "doubt" : "done"} />
      <span class="label">{words[state]}</span>
    </span>
  );
}
