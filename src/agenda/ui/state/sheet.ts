import { signal } from "@preact/signals";
import type { Contact } from "../../api-types.ts";

/** What lies over the window; one at a time. */
export type SheetName = "settings" | "shortcuts" | "bin" | "duplicates" | "merge" | "import";

export const sheet = signal<SheetName | null>(null);

/** The contacts that the sheet "merge" makes one of, and what to show afterwards. */
export const merging = signal<{ readonly contacts: readonly Contact[]; readonly then: SheetName | null }>({
  contacts: [],
  then: null,
});

/** Offers to make one contact of several. */
export function offerMerge(contacts: readonly Contact[], then: SheetName | null = null): void {
  merging.value = { contacts, then };
  sheet.value = "merge";
}
