import { ContactList } from "../list/contact-list.tsx";
import { known } from "../list/pages.ts";
import { beginImport } from "../state/importing.ts";
import { search } from "../state/screen.ts";
import { text } from "../words/text.ts";
import { Icon } from "./icon.tsx";

/** The list, or what to say where there is none. */
export function ListArea() {
  const { total, search: shown } = known.value;
  if (total === null) return <div class="list" />;
  if (total > 0) return <ContactList />;
  return shown.trim() === "" ? <NoContacts /> : <NothingFound />;
}

function NoContacts() {
  const words = text();
  return (
    <section class="empty">
      <Icon name="people" />
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyHint}</p>
      <button type="button" class="plain" onClick={beginImport}>
        {words.importFile}
      </button>
    </section>
  );
}

function NothingFound() {
  const words = text();
  return (
    <section class="empty">
      <Icon name="search" />
      <h2>{words.nothingFound(known.value.search.trim())}</h2>
      <p>{words.nothingFoundHint}</p>
      <button type="button" class="plain" onClick={() => (search.value = "")}>
        {words.clearSearch}
      </button>
    </section>
  );
}
