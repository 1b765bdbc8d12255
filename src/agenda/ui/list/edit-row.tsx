import type { Contact } from "../../api-types.ts";
import { mostTyped, tooLong } from "../../too-long.ts";
import { text } from "../words/text.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { editing } from "../state/screen.ts";
import { cancelEdit, saveEdit } from "./acts.ts";

/** A contact being edited in its place: Enter saves, Escape leaves it as it was. */
export function EditRow({ index, contact }: { index: number; contact: Contact }) {
  const words = text();
  const edited = editing.value!;
  const long = tooLong(edited);
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and Escape of an input method are about the letters it composes.
    if (event.isComposing) return;
    const isEnter = event.key === "Enter" && (event.target as HTMLElement).matches("input");
    if (event.key === "Escape") cancelEdit();
    else if (!isEnter) return;
    // Held down since it opened the row, it is not meant to close it.
    else if (!event.repeat) void saveEdit();
    event.preventDefault();
  };
  return (
    <div
      class="row editing"
      role="row"
      id={`row-${contact.id}`}
      aria-rowindex={index + 1}
      onKeyDown={onKeyDown}
    >
      <div role="gridcell" class="name">
        <input
          class="field"
          data-spot="edit-name"
          dir="auto"
          aria-label={words.name}
          aria-invalid={long === "name"}
          maxLength={mostTyped}
          value={inOneLine(edited.name)}
          onInput={(event) => (editing.value = { ...editing.value!, name: event.currentTarget.value })}
        />
      </div>
      <div role="gridcell" class="phone">
        <input
          class="field"
          type="tel"
          data-spot="edit-phone"
          aria-label={words.phone}
          aria-invalid={long === "phone"}
          maxLength={mostTyped}
          value={inOneLine(edited.phone)}
          onInput={(event) => (editing.value = { ...editing.value!, phone: event.currentTarget.value })}
        />
      </div>
      <EditActs />
    </div>
  );
}

// A field would join the lines that an import may bring.
const inOneLine = (typed: string) => typed.replace(/\s*[\r\n]\s*/g, " ");

function EditActs() {
  const words = text();
  return (
    <div role="gridcell" class="acts">
      <IconButton icon="done" label={words.save} onClick={saveEdit} />
      <IconButton icon="close" label={words.cancel} onClick={cancelEdit} />
    </div>
  );
}
