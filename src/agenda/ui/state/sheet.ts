import { signal } from "@preact/signals";
import type { Contact } from "../../api-types.ts";

/** What lies over the window; one at a time. */
export type SheetName = "settings" | "shortcuts" | "bin" | "duplicates" | "merge" | "import";

/** What lies over the window now. */
export const sheet = signal<SheetName | null>(null);

/** The contacts that the sheet "merge" makes one of, and what to show afterwards. */
export const merging = signal<{ readonly contacts: readonly Contact[]; readonly under: SheetName | null }>({
  contacts: [],
  under: null,
});

/** Offers to make one contact of several. */
export function offerMerge(contacts: readonly Contact[], under: SheetName | null = null): void {
  merging.value = { contacts, under };
  sheet.value = "merge";
}
