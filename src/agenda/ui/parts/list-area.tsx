import type { ComponentChildren } from "preact";
import { ContactList } from "../list/contact-list.tsx";
import { known } from "../list/pages.ts";
import { beginImport } from "../state/importing.ts";
import { search } from "../state/screen.ts";
import { sheet } from "../state/sheet.ts";
import { text } from "../words/text.ts";
import { onEmptyKey } from "../list/keys.ts";
import { Icon } from "./icon.tsx";

/** The list, or what to say where there is none. */
export function ListArea() {
  const { total, inBin, search: shown } = known.value;
  if (total === null) return <div class="list" />;
  if (total > 0) return <ContactList />;
  if (shown.trim() !== "") return <NothingFound />;
  return inBin > 0 ? <AllInBin /> : <NoContacts />;
}

function NoContacts() {
  const words = text();
  return (
    <Empty icon="people" title={words.emptyTitle} hint={words.emptyHint}>
      <button type="button" class="plain" onClick={beginImport}>
        {words.importFile}
      </button>
    </Empty>
  );
}

function AllInBin() {
  const words = text();
  return (
    <Empty icon="bin" title={words.allInBin} hint={words.allInBinHint}>
      <button type="button" class="plain" onClick={() => (sheet.value = "bin")}>
        {words.openBin}
      </button>
    </Empty>
  );
}

function NothingFound() {
  const words = text();
  return (
    <Empty icon="search" title={words.nothingFound(known.value.search.trim())} hint={words.nothingFoundHint}>
      <button type="button" class="plain" onClick={() => (search.value = "")}>
        {words.clearSearch}
      </button>
    </Empty>
  );
}

type EmptyProps = {
  icon: "people" | "bin" | "search";
  title: string;
  hint: string;
  children: ComponentChildren;
};

// It takes the cursor over from the list: whoever has just deleted the last contact can undo that by key.
function Empty({ icon, title, hint, children }: EmptyProps) {
  return (
    <section class="empty" tabIndex={-1} onKeyDown={onEmptyKey}>
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{hint}</p>
      {children}
    </section>
  );
}
