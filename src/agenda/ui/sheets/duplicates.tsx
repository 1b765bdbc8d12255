import type { DuplicatePage } from "../../api-types.ts";
import { offerMerge } from "../state/sheet.ts";
import { text } from "../words/text.ts";
import { usePile } from "./pile.ts";
import { Sheet } from "./sheet.tsx";

/** Contacts that look like the same person, group by group; nothing is merged by itself. */
export function DuplicatesSheet() {
  const words = text();
  const { pile, more } = usePile<DuplicatePage>("api/duplicates");
  const groups = pile?.stretches.flatMap((stretch) => stretch.groups);
  return (
    <Sheet title={words.duplicates}>
      <p class="hint">{pile?.total === 0 ? words.noDuplicates : words.duplicatesHint}</p>
      <ul class="pile">
        {groups?.map(({ why, contacts }) => (
          <li key={contacts.map(({ id }) => id).join()}>
            <div>
              {contacts.map((contact) => (
                <p key={contact.id}>
                  <strong dir="auto">{contact.name || words.noName}</strong> <span>{contact.shown}</span>
                </p>
              ))}
              <p class="hint">{words.why[why]}</p>
            </div>
            <button type="button" class="plain" onClick={() => offerMerge(contacts, "duplicates")}>
              {words.merge}
            </button>
          </li>
        ))}
      </ul>
      {pile && !pile.isWhole && (
        <div class="sheet-acts">
          <button type="button" class="plain" onClick={more}>
            {words.showMore}
          </button>
        </div>
      )}
    </Sheet>
  );
}
