import { signal } from "@preact/signals";
import type { Contact } from "../../api-types.ts";
import { focus } from "../state/screen.ts";
import { contactAt, indexOf, known } from "./pages.ts";
import { reveal } from "./scroller.ts";

/** A place of the list, or -1, and the contact that is there, where it is fetched. */
type Place = { readonly index: number; readonly id: number | undefined };

const placeAt = (index: number): Place => ({ index, id: contactAt(index)?.id });

let here = placeAt(-1);
/** Where a range begins that Shift extends. */
let anchor = here;

/** The place the keyboard is at, or -1. */
export const active = signal(-1);

/** The contact the keyboard is at. */
export const activeContact = (): Contact | undefined =>
  active.value < 0 ? undefined : contactAt(active.value);

/** Goes to a place. */
export function goTo(index: number): void {
  const total = known.value.total ?? 0;
  if (total === 0) return;
  here = placeAt(Math.min(Math.max(index, 0), total - 1));
  active.value = here.index;
  reveal(here.index);
  if (here.id !== undefined) focus.value = `list:${here.id}`;
}

/** Has a range begin at a place. */
export function beginRange(index: number): void {
  anchor = placeAt(index);
}

/** Goes to a place; gives the first and the last of the range that ends there. */
export function rangeTo(index: number): { first: number; last: number } {
  if (anchor.index < 0) beginRange(Math.max(0, active.value));
  goTo(index);
  return { first: Math.min(anchor.index, here.index), last: Math.max(anchor.index, here.index) };
}

/** Stays at the same contacts when others come or go above them. */
export function stay(): void {
  [here, anchor] = [moved(here), moved(anchor)];
  active.value = here.index;
}

// A contact that is nowhere now may be on a page that is fetched next.
function moved({ index, id = contactAt(index)?.id }: Place): Place {
  const now = id === undefined ? -1 : indexOf(id);
  return { index: now < 0 ? index : now, id };
}

/** Is nowhere any more: another list is shown. */
export function leave(): void {
  here = anchor = placeAt(-1);
  active.value = -1;
}
