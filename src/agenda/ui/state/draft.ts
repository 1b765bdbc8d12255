import { computed, signal } from "@preact/signals";
import type { Contact, ContactFields, Draft, Saved } from "../../api-types.ts";
import { tooLong } from "../../too-long.ts";
import { trimmed } from "../../trimmed.ts";
import { call } from "../call.ts";
import { noteFailure, noteSaved } from "./notices.ts";
import { following } from "./saving.ts";

const blank = (): Draft => ({ id: crypto.randomUUID(), name: "", phone: "" });

/** The half-typed contact. */
export const draft = signal<Draft>(blank());

/** Typed and entered, but refused while the next was already being typed. */
export const unsaved = signal<readonly Draft[]>([]);

/** The contact that was added last, to be shown where it is in the list. */
export const lastAdded = signal<Contact | null>(null);

/** Whether nothing is typed that could be saved. */
export const isBlank = ({ name, phone }: ContactFields) => trimmed(name) === "" && trimmed(phone) === "";

let broughtBack: Draft | null = null;

/** Entered and refused: it stands in the fields again, and may be typed into. */
const refused = signal<Draft | null>(null);

/** Whether something was entered that is not saved: it waits, or stands in the fields just as it was entered. */
export const waiting = computed(() => unsaved.value.length > 0 || isInFields());

const isInFields = () => refused.value !== null && draft.value === refused.value;

/** Ids of the half-typed contacts that are being saved, and of which nobody has told that they are. */
const underWay = new Set<string>();

/** Shows a half-typed contact that was kept, or refused. Another page may show the same one. */
export function bringDraftBack(kept: Draft): void {
  draft.value = broughtBack = kept;
}

/** Lets go of a half-typed contact that another page has saved; what was typed into it here since is one of its own. */
export function draftSaved(id: string): void {
  underWay.delete(id);
  const { value } = draft;
  if (value.id !== id) return;
  draft.value = value === broughtBack ? blank() : { ...value, id: crypto.randomUUID() };
}

/** Types into the half-typed contact. */
export function type(change: { name?: string; phone?: string }): void {
  draft.value = { ...draft.value, ...change };
}

/** Saves the half-typed contact. The fields are free for the next one at once; what was refused comes back. */
export async function add(): Promise<void> {
  const typed = draft.value;
  if (isBlank(typed) || tooLong(typed)) return;
  draft.value = blank();
  await save(typed);
}

/** Tries once more to save what was refused. What was typed into since waits for Enter, as anything half-typed. */
export async function saveUnsaved(): Promise<void> {
  if (isInFields()) await save(draft.value);
  const again = unsaved.value;
  unsaved.value = [];
  for (const typed of again) await save(typed);
}

async function save(typed: Draft): Promise<void> {
  const { id } = typed;
  underWay.add(id);
  try {
    let saved = await send(typed);
    // It was saved before, and the answer lost: what was typed into it since is one of its own.
    if (!isAlike(saved.contact, typed)) saved = await send({ ...typed, id: crypto.randomUUID() });
    draftSaved(id);
    lastAdded.value = saved.contact;
    noteSaved(saved);
  } catch (error) {
    // Where only the answer was lost, Agenda may have told that it is saved.
    if (!underWay.has(id)) return;
    keepRefused(typed);
    noteFailure(error);
  } finally {
    underWay.delete(id);
  }
}

function keepRefused(typed: Draft): void {
  if (draft.value.id === typed.id) return;
  if (!isBlank(draft.value)) {
    unsaved.value = [...unsaved.value, typed];
    return;
  }
  bringDraftBack(typed);
  refused.value = typed;
}

const send = ({ name, phone, id }: Draft) =>
  following(call<Saved>("POST", "api/contacts", { name, phone, draft: id }));

// What is saved has no blanks around it.
const isAlike = (saved: ContactFields, typed: ContactFields) =>
  saved.name === trimmed(typed.name) && saved.phone === trimmed(typed.phone);
