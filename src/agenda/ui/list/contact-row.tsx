import type { Contact } from "../../api-types.ts";
import { called } from "../state/notices.ts";
import { editing, isSelected } from "../state/screen.ts";
import { text } from "../words/text.ts";
import { Icon } from "../parts/icon.tsx";
import { startEdit } from "./acts.ts";
import { active } from "./active.ts";
import { extendTo, selectOnly, toggle } from "./choose.ts";
import { EditRow } from "./edit-row.tsx";
import { isFresh } from "./follow.ts";
import { contactAt } from "./pages.ts";
import { RowActs } from "./row-acts.tsx";

/** One place of the list: a contact, the contact being edited, or one that is on its way. */
export function ContactRow({ index }: { index: number }) {
  const contact = contactAt(index);
  if (!contact) return <div class="row waiting" role="row" aria-rowindex={index + 1} aria-busy="true" />;
  if (editing.value?.id === contact.id) return <EditRow index={index} contact={contact} />;
  return <ShownRow index={index} contact={contact} />;
}

function ShownRow({ index, contact }: { index: number; contact: Contact }) {
  const chosen = isSelected(contact.id);
  const classes = ["row", active.value === index && "active", isFresh(contact.id) && "fresh"];
  const onClick = (event: MouseEvent) => {
    if (!isOfRow(event)) return;
    if (event.shiftKey) void extendTo(index);
    else if (event.ctrlKey || event.metaKey) void toggle(index);
    else void selectOnly(index);
  };
  return (
    <div
      class={classes.filter(Boolean).join(" ")}
      role="row"
      id={`row-${contact.id}`}
      aria-rowindex={index + 1}
      aria-selected={chosen}
      aria-label={[called(contact), contact.name && contact.shown].filter(Boolean).join(", ")}
      onClick={onClick}
      onDblClick={(event) => isOfRow(event) && startEdit(contact)}
    >
      <div role="gridcell">
        <Monogram contact={contact} chosen={chosen} onClick={() => void toggle(index)} />
      </div>
      <div role="gridcell" class="name" dir="auto" title={contact.name}>
        {contact.name || <span class="nameless">{text().noName}</span>}
      </div>
      <div role="gridcell" class="phone">
        <span class="number" title={contact.shown}>
          {contact.shown}
        </span>
        {contact.questionable && <Doubt />}
      </div>
      <RowActs contact={contact} />
    </div>
  );
}

// What is clicked on a button of the row is the button's own.
const isOfRow = ({ target }: MouseEvent) => !(target as HTMLElement).closest("button, a");

function Doubt() {
  const words = text();
  return (
    <span class="doubt" role="img" aria-label={words.questionable} title={words.questionable}>
      <Icon name="doubt" />
    </span>
  );
}

type MonogramProps = { contact: Contact; chosen: boolean; onClick: () => void };

function Monogram({ contact, chosen, onClick }: MonogramProps) {
  const label = text().select(called(contact));
  return (
    <button
      type="button"
      class={`monogram tint-${contact.id % 6}`}
      tabIndex={-1}
      aria-label={label}
      aria-pressed={chosen}
      data-initials={chosen ? "" : initials(contact.name)}
      onClick={onClick}
    >
      {chosen && <Icon name="done" />}
    </button>
  );
}

function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return (
    chosen
      .map((word) => [...word!][0])
      .join("")
      .toLocaleUpperCase() || "#"
  );
}
