import { add, draft, type } from "../state/draft.ts";
import { text } from "../words/text.ts";
import { cursorTo } from "./cursor.ts";

/** The half-typed contact: Enter adds it and returns to the name. */
export function AddForm() {
  const words = text();
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void add();
    cursorTo("name");
  };
  return (
    <form class="add" aria-label={words.newContact} onSubmit={onSubmit}>
      <input
        class="field"
        data-spot="name"
        dir="auto"
        aria-label={words.name}
        placeholder={words.name}
        autocomplete="off"
        spellcheck={false}
        maxLength={1000}
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
        maxLength={1000}
        value={draft.value.phone}
        onInput={(event) => type({ phone: event.currentTarget.value })}
      />
      <button class="primary">{words.add}</button>
    </form>
  );
}
