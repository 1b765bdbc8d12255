import { mostTyped, tooLong } from "../../too-long.ts";
import { takeCells } from "../state/cells.ts";
import { add, draft, type } from "../state/draft.ts";
import { text } from "../words/text.ts";
import { cursorTo } from "./cursor.ts";

/** The half-typed contact: Enter adds it and returns to the name, or to what is too long. */
export function AddForm() {
  const words = text();
  const long = tooLong(draft.value);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void add();
    cursorTo(long ?? "name");
  };
  const onPaste = (event: ClipboardEvent) => {
    const isPhone = (event.target as HTMLElement).dataset["spot"] === "phone";
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (takeCells(pasted, isPhone ? "phone" : "name")) event.preventDefault();
  };
  return (
    <form class="add" aria-label={words.newContact} onSubmit={onSubmit} onPaste={onPaste}>
      <input
        class="field"
        data-spot="name"
        dir="auto"
        aria-label={words.name}
        placeholder={words.name}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={long === "name"}
        maxLength={mostTyped}
        value={draft.value.name}
        onInput={(event) => type({ name: event.currentTarget.value })}
      />
      <input
        class="field"
        type="tel"
        data-spot="phone"
        aria-label={words.phone}
        placeholder={words.phone}
        autocomplete="off"
        aria-invalid={long === "phone"}
        maxLength={mostTyped}
        value={draft.value.phone}
        onInput={(event) => type({ phone: event.currentTarget.value })}
      />
      <button class="primary">{words.add}</button>
    </form>
  );
}
