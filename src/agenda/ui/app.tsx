import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Contact, Draft, Page, Saved } from "../api-types.ts";
import { call } from "./call.ts";
import { text } from "./text.ts";

const blank = (): Draft => ({ id: crypto.randomUUID(), name: "", phone: "" });

/** The first page: two fields, and the contacts below. */
export function App({ first, draft: kept }: { first: Page; draft: Draft | null }) {
  const [contacts, setContacts] = useState<readonly Contact[]>(first.contacts);
  const [draft, setDraft] = useState<Draft>(() => kept ?? blank());
  const [note, setNote] = useState("");
  const name = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const timer = setTimeout(() => void call("PUT", "api/draft", draft).catch(show), 150);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const events = new EventSource("api/events");
    events.addEventListener("message", () => {
      void call<Page>("GET", "api/contacts?limit=500").then((page) => setContacts(page.contacts), show);
    });
    return () => events.close();
  }, []);
  const show = (error: Error) => setNote(error.message);

  async function add(event: Event) {
    event.preventDefault();
    try {
      const { name: asked, phone, id } = draft;
      const { contact } = await call<Saved>("POST", "api/contacts", { name: asked, phone, draft: id });
      setDraft(blank());
      setNote(`${text().saved}: ${contact.name}`);
      name.current?.focus();
    } catch (error) {
      show(error as Error);
    }
  }

  return (
    <main>
      <DraftForm draft={draft} onDraft={setDraft} onAdd={add} name={name} />
      <p role="status">{note}</p>
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <span>{contact.name}</span>
            <span>{contact.shown}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}

type FormProps = {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onAdd: (event: Event) => void;
  name: RefObject<HTMLInputElement | null>;
};

function DraftForm({ draft, onDraft, onAdd, name }: FormProps) {
  return (
    <form onSubmit={onAdd}>
      <input
        ref={name}
        autofocus
        aria-label={text().name}
        placeholder={text().name}
        value={draft.name}
        onInput={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
      />
      <input
        type="tel"
        aria-label={text().phone}
        placeholder={text().phone}
        value={draft.phone}
        onInput={(event) => onDraft({ ...draft, phone: event.currentTarget.value })}
      />
      <button>{text().add}</button>
    </form>
  );
}
