import { signal } from "@preact/signals";
import type { Contact } from "../../api-types.ts";
import { pageSize } from "../../list-page.ts";
import { focus } from "../state/screen.ts";
import { contactAt, indexNow, known } from "./pages.ts";
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
  const now = id === undefined ? -1 : indexNow(id);
  return { index: now < 0 ? index : now, id };
}

/**
 * Gives what is to be called once these contacts are deleted: if the one the keyboard is at is among them, it goes on to
 * the next that stays, else to the last. Where that will stand is known before the list is.
 */
export function goingOn(deleted: ReadonlySet<number>): () => void {
  const { value: from } = active;
  const total = known.value.total ?? 0;
  const isDeleted = (index: number) => deleted.has(contactAt(index)?.id ?? -1);
  if (from < 0 || !isDeleted(from)) return () => {};
  let to = from;
  while (to < total && isDeleted(to)) to += 1;
  const id = contactAt(to)?.id;
  const index = Math.max(0, Math.min(to - countBefore(to, deleted), total - deleted.size - 1));
  // Meanwhile somebody may have gone elsewhere.
  return () => void (active.value === from && stand({ index, id }));
}

// As far as they are fetched.
function countBefore(index: number, ids: ReadonlySet<number>): number {
  let many = 0;
  for (const [page, contacts] of known.value.pages) {
    const before = contacts.slice(0, Math.max(0, index - page * pageSize));
    for (const { id } of before) if (ids.has(id)) many += 1;
  }
  return many;
}

/** Goes to the first place of a list of which nearly all is deleted. */
export const goToFirst = () => stand({ index: 0, id: undefined });

function stand(place: Place): void {
  here = anchor = place;
  active.value = place.index;
  reveal(place.index);
  if (place.id !== undefined) focus.value = `list:${place.id}`;
}

/** Is nowhere any more: another list is shown. */
export function leave(): void {
  here = anchor = placeAt(-1);
  active.value = -1;
}
