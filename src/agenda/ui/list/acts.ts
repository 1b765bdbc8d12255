import { signal } from "@preact/signals";
import type { Contact } from "../../api-types.ts";
import { change, remove } from "../state/changes.ts";
import { called, note } from "../state/notices.ts";
import { selection } from "../state/screen.ts";
import { cursorTo } from "../parts/cursor.ts";
import { text } from "../words/text.ts";
import { activeContact, selectNone } from "./choose.ts";
import { contactAt, indexOf } from "./pages.ts";

/** The contact that is being edited in its row, as typed so far. */
export const editing = signal<{ id: number; name: string; phone: string } | null>(null);

/** Opens a row for editing: this one, else the one the keyboard is at. */
export function startEdit(
  contact: Contact | undefined = activeContact(),
  at: "name" | "phone" = "name",
): void {
  if (!contact) return;
  editing.value = { id: contact.id, name: contact.name, phone: contact.phone };
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

/** Puts contacts into the bin: these, else the selected ones, else the one the keyboard is at. */
export async function removeSelected(contact?: Contact): Promise<void> {
  const first = contact ?? activeContact();
  const ids = contact
    ? [contact.id]
    : selection.value.size > 0
      ? [...selection.value]
      : first
        ? [first.id]
        : [];
  const [id] = ids;
  if (id === undefined) return;
  const at = indexOf(id);
  const name = called((at >= 0 ? contactAt(at) : first) ?? { name: "", phone: "" });
  if ((await remove(ids, name)) && ids.some((gone) => selection.value.has(gone))) selectNone();
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
