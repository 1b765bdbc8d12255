import { effect, signal } from "@preact/signals";
import type { State } from "../../api-types.ts";
import { draft } from "./draft.ts";
import { search } from "./screen.ts";
import { text } from "../words/text.ts";

type Part = keyof ReturnType<typeof text>["restoredParts"];

/** What came back at this launch, to be said once; `note` is Agenda's own sentence about something unusual. */
export const restored = signal<{ readonly parts: readonly Part[]; readonly note: string } | null>(null);

/** Notes what came back, unless this launch already said so: the page may merely have been loaded again. */
export function noteRestored({ view, draft, restored: back }: State): void {
  const said = `restored ${location.pathname}`;
  if (sessionStorage.getItem(said)) return;
  sessionStorage.setItem(said, "said");
  const parts: Part[] = [];
  if (draft) parts.push("draft");
  if (view.edit) parts.push("edit");
  if (view.search.trim() !== "") parts.push("search");
  if (view.selection.length > 0) parts.push("selection");
  if (parts.length > 0 || back.note) restored.value = { parts, note: back.note ?? "" };
}

/** Lets the note go once work goes on; what Agenda itself has to say stays until it is dismissed. */
export function followRestored(): void {
  const first = JSON.stringify([draft.value.id, search.value]);
  effect(() => {
    const goesOn = JSON.stringify([draft.value.id, search.value]) !== first;
    if (goesOn && restored.peek()?.note === "") restored.value = null;
  });
}

/** The note in words. */
export function restoredWords(): string {
  const now = restored.value;
  if (!now) return "";
  const words = text();
  const list = now.parts.map((part) => words.restoredParts[part]);
  const joined = new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(list);
  return [now.note, list.length > 0 ? words.restored(joined) : ""].filter(Boolean).join(" ");
}
