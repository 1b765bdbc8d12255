import { selectOnly } from "../list/choose.ts";
import { shown } from "../list/pages.ts";
import { search } from "../state/screen.ts";
import { text } from "../words/text.ts";
import { cursorTo } from "./cursor.ts";
import { Icon } from "./icon.tsx";

/** Searches while it is typed into; Enter and the down arrow go on into what was found. */
export function SearchBox() {
  const words = text();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || (event.key !== "ArrowDown" && event.key !== "Enter")) return;
    event.preventDefault();
    void shown().then(() => selectOnly(0));
    cursorTo("list");
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        class="field"
        type="text"
        inputMode="search"
        enterkeyhint="search"
        data-spot="search"
        aria-label={words.search}
        placeholder={words.search}
        autocomplete="off"
        spellcheck={false}
        maxLength={1000}
        value={search.value}
        onInput={(event) => (search.value = event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {search.value !== "" && (
        <button
          type="button"
          class="quiet clear"
          aria-label={words.clearSearch}
          onClick={() => {
            search.value = "";
            cursorTo("search");
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
