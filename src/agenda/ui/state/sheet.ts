import { signal } from "@preact/signals";

/** What lies over the window; one at a time. */
export type SheetName = "settings" | "shortcuts";

export const sheet = signal<SheetName | null>(null);
