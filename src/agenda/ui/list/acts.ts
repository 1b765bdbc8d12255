import type { Contact } from "../../api-types.ts";
import { change, remove } from "../state/changes.ts";
import { called, note } from "../state/notices.ts";
import { editing, isSelected, search, selection } from "../state/screen.ts";
import { cursorTo } from "../parts/cursor.ts";
import { text } from "../words/text.ts";
import { activeContact, selectNone } from "./choose.ts";
import { contactAt, indexOf, known } from "./pages.ts";
import { reveal } from "./scroller.ts";

/** Opens a row for editing: this one, else the one the keyboard is at. */
export function startEdit(
  contact: Contact | undefined = activeContact(),
  at: "name" | "phone" = "name",
): void {
  if (!contact) return;
  editing.value = { id: contact.id, name: contact.name, phone: contact.phone };
  // In a narrow window the edited row lies over the next one too.
  const place = indexOf(contact.id);
  if (place >= 0) reveal(Math.min(place + 1, (known.value.total ?? 0) - 1));
  cursorTo(`edit-${at}`);
}

/** Saves the edited row; it stays open, as typed, where it is refused. */
export async function saveEdit(): Promise<void> {
  const edited = editing.value;
  if (!edited) return;
  const at = indexOf(edited.id);
  const before = at < 0 ? undefined : contactAt(at);
  const { id, name, phone } = edited;
  if (before?.name === name && before.phone === phone) return cancelEdit();
  if (await change(id, { name, phone })) cancelEdit();
}

/** Closes the edited row. */
export function cancelEdit(): void {
  editing.value = null;
  cursorTo("list");
}

/** Puts contacts into the bin: this one, else the selected ones, else the one the keyboard is at. */
export async function removeSelected(contact?: Contact): Promise<void> {
  const chosen = selection.value;
  if (!contact && chosen === "all") {
    if (await remove({ search: search.value }, "")) selectNone();
    return;
  }
  const single = contact ?? activeContact();
  const ids = !contact && chosen !== "all" && chosen.size > 0 ? [...chosen] : single ? [single.id] : [];
  const [first] = ids;
  if (first === undefined) return;
  const known = contactAt(indexOf(first)) ?? single;
  if ((await remove({ ids }, known ? called(known) : "")) && ids.some(isSelected)) selectNone();
}

/** Copies the number, in the form that any telephone understands. */
export async function copyNumber(contact: Contact | undefined = activeContact()): Promise<void> {
  if (!contact || contact.phone === "") return;
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
