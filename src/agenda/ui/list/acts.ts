import type { Contact, View } from "../../api-types.ts";
import { tooLong } from "../../too-long.ts";
import { change, remove } from "../state/changes.ts";
import { note } from "../state/notices.ts";
import { editing, selection } from "../state/screen.ts";
import { cursorTo } from "../parts/cursor.ts";
import { text } from "../words/text.ts";
import { activeContact, goingOn, goToFirst } from "./active.ts";
import { forget, selectNone } from "./choose.ts";
import { contactAt, indexOf, known } from "./pages.ts";
import { reveal } from "./scroller.ts";

/** Opens a row for editing: this one, else the one the keyboard is at. What another row holds is saved first. */
export async function startEdit(
  contact: Contact | undefined = activeContact(),
  at: "name" | "phone" = "name",
): Promise<void> {
  if (!contact) return;
  if (editing.value?.id === contact.id) return cursorTo(`edit-${at}`);
  if (!(await saveEdit())) return;
  editing.value = { id: contact.id, name: contact.name, phone: contact.phone };
  // In a narrow window the edited row lies over the next one too; where there is no room for both, the name is to be seen.
  const place = indexOf(contact.id);
  if (place >= 0) {
    reveal(Math.min(place + 1, (known.value.total ?? 0) - 1));
    reveal(place);
  }
  cursorTo(`edit-${at}`);
}

type Edit = NonNullable<View["edit"]>;

let underWay: { readonly edited: Edit; readonly closed: Promise<boolean> } | null = null;

/** Saves the edited row, once for all who ask, and gives whether it is closed: it stays open, as typed, where it is refused. */
export async function saveEdit(): Promise<boolean> {
  const edited = editing.value;
  if (!edited) return true;
  if (underWay?.edited === edited) return underWay.closed;
  underWay = { edited, closed: closeSaved(edited) };
  return underWay.closed.finally(() => (underWay = null));
}

async function closeSaved(edited: Edit): Promise<boolean> {
  if (tooLong(edited)) return false;
  const at = indexOf(edited.id);
  const before = at < 0 ? undefined : contactAt(at);
  const { id, name, phone } = edited;
  const isSaved = (before?.name === name && before.phone === phone) || (await change(id, { name, phone }));
  // What was typed into it while it was being saved is yet to be saved.
  if (isSaved && editing.value === edited) cancelEdit();
  return editing.value === null;
}

/** Closes the edited row. */
export function cancelEdit(): void {
  editing.value = null;
  cursorTo("list");
}

/** Puts contacts into the bin: this one, else the selected ones, else the one the keyboard is at. */
export async function removeSelected(contact?: Contact): Promise<void> {
  // What a row that is being edited holds is saved first: it may be one of them, and come back.
  if (!(await saveEdit())) return;
  const { all, ids: chosen } = selection.value;
  if (!contact && all) {
    // What is selected is what the list shows, whatever has been typed into the search since.
    if (await remove({ search: known.value.search, but: [...chosen] })) {
      selectNone();
      goToFirst();
    }
    return;
  }
  const single = contact ?? activeContact();
  const ids = !contact && chosen.size > 0 ? [...chosen] : single ? [single.id] : [];
  if (ids.length === 0) return;
  const goOn = goingOn(new Set(ids));
  if (!(await remove({ ids }))) return;
  forget(ids);
  goOn();
}

/** Copies the number, in the form that any telephone understands. */
export async function copyNumber(contact: Contact | undefined = activeContact()): Promise<void> {
  if (!contact) return;
  if (contact.phone === "") return note(() => text().noNumber);
  const number = contact.questionable ? contact.phone : contact.shown;
  await toClipboard(number);
  note(() => text().copied(number));
}

/** Hands the number to the telephone program. */
export function dial(contact: Contact | undefined = activeContact()): void {
  if (contact?.dial) window.location.assign(`tel:${contact.dial}`);
}

async function toClipboard(number: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(number);
  } catch {
    // A window without a clipboard permission still copies what is selected.
    const field = Object.assign(document.createElement("textarea"), {
      value: number,
      className: "off-screen",
    });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
