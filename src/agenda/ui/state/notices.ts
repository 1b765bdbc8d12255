import { signal } from "@preact/signals";
import { AppError } from "../../../app-error.ts";
import type { Contact, Saved } from "../../api-types.ts";
import { count, text } from "../words/text.ts";
import { trouble } from "./saving.ts";

/** One thing to say, with what can be done about it. The words are asked for anew when the language changes. */
export type Notice = {
  readonly words: () => string;
  readonly tone: "good" | "bad";
  /** The change that can be undone. */
  readonly change?: number | undefined;
  /** That change took another one back: to undo it is to do that again. */
  readonly isUndo?: boolean;
  /** A contact, and those that look like the same person. */
  readonly likely?: readonly Contact[] | undefined;
};

/** What is being said; null for nothing. */
export const notice = signal<Notice | null>(null);

// Enough to know anybody by; the longest name there may be would fill the window.
const longest = 80;

function short(name: string): string {
  const letters = [...name];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : name;
}

/** How a contact is called: by its name, else by its phone, or by the beginning of a very long one. */
export const called = ({ name, phone }: { name: string; phone: string }) => short(name.trim() || phone);

/** Says that a contact is saved, and offers a merge where it looks like another. */
export function noteSaved({ contact, change, likely }: Saved): void {
  notice.value = {
    words: () =>
      likely.length > 0
        ? text().savedLikely(called(contact), called(likely[0]!))
        : text().savedContact(called(contact)),
    tone: "good",
    change,
    likely: likely.length > 0 ? [contact, ...likely] : undefined,
  };
}

/** Says that contacts are in the bin. */
export function noteDeleted(many: number, name: string, change: number): void {
  notice.value = {
    words: () => (many === 1 ? text().deletedOne(short(name)) : text().deletedMany(count(many))),
    tone: "good",
    change,
  };
}

/** Says that a change was taken back. */
export function noteUndone(change: number): void {
  notice.value = { words: () => text().undone, tone: "good", change, isUndo: true };
}

/** Says a sentence of the page's own. */
export function note(words: () => string, change?: number): void {
  notice.value = { words, tone: "good", change };
}

/** Says what was typed into a contact that is in the list no more; it stays until it is put away. */
export function noteLost({ name, phone }: { name: string; phone: string }): void {
  notice.value = { words: () => text().goneWhileEdited(`${name} ${phone}`.trim()), tone: "bad" };
}

/** Says why something was refused, unless the banner already does. */
export function noteFailure(error: unknown): void {
  if (trouble.peek() === error) return;
  const said = error instanceof AppError ? `${error.message} ${error.hint}` : String(error);
  notice.value = { words: () => said, tone: "bad" };
}
