import { signal } from "@preact/signals";
import type { Contact, Page } from "../../api-types.ts";
import { call } from "../call.ts";
import { focus, selection, type Selection } from "../state/screen.ts";
import { contactAt, known } from "./pages.ts";
import { reveal } from "./scroller.ts";

// Beyond this many, contacts are selected as a whole or not.
const mostNamed = 10_000;

/** The place the keyboard is at, or -1. */
export const active = signal(-1);

/** Where a range begins that Shift extends. */
let anchor = -1;

/** The contact the keyboard is at. */
export const activeContact = (): Contact | undefined =>
  active.value < 0 ? undefined : contactAt(active.value);

/** Goes to a place without selecting anything. */
export function goTo(index: number): void {
  const total = known.value.total ?? 0;
  if (total === 0) return;
  active.value = Math.min(Math.max(index, 0), total - 1);
  reveal(active.value);
  const contact = contactAt(active.value);
  if (contact) focus.value = `list:${contact.id}`;
}

/** Selects one contact and nothing else. */
export async function selectOnly(index: number): Promise<void> {
  goTo(index);
  anchor = active.value;
  selection.value = named(await idsBetween(active.value, active.value));
}

/** Selects a contact besides the others, or no longer. */
export async function toggle(index: number): Promise<void> {
  goTo(index);
  anchor = active.value;
  const [id] = await idsBetween(active.value, active.value);
  if (id === undefined) return;
  const { all, ids } = selection.value;
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  selection.value = { all, ids: next };
}

/** Selects from where the last selection began to here. */
export async function extendTo(index: number): Promise<void> {
  if (anchor < 0) anchor = Math.max(0, active.value);
  goTo(index);
  selection.value = named(await idsBetween(Math.min(anchor, active.value), Math.max(anchor, active.value)));
}

/** Selects all that the search finds. */
export async function selectAll(): Promise<void> {
  const total = known.value.total ?? 0;
  anchor = 0;
  selection.value = total > mostNamed ? { all: true, ids: new Set() } : named(await idsBetween(0, total - 1));
}

/** How many contacts are selected. */
export function selectedCount(): number {
  const { all, ids } = selection.value;
  return all ? (known.value.total ?? 0) - ids.size : ids.size;
}

/** Selects nothing. */
export function selectNone(): void {
  const { all, ids } = selection.value;
  if (all || ids.size > 0) selection.value = named([]);
}

const named = (ids: readonly number[]): Selection => ({ all: false, ids: new Set(ids) });

async function idsBetween(first: number, last: number): Promise<number[]> {
  const ids: number[] = [];
  const end = Math.min(last, first + mostNamed - 1);
  for (let at = first; at <= end; at += 1) {
    const contact = contactAt(at);
    if (contact) ids.push(contact.id);
    else {
      const fetched = await idsFrom(at, Math.min(500, end - at + 1));
      if (fetched.length === 0) break;
      ids.push(...fetched);
      at += fetched.length - 1;
    }
  }
  return ids;
}

async function idsFrom(offset: number, limit: number): Promise<number[]> {
  const { search, sort } = known.value;
  const query = new URLSearchParams({
    search,
    sort,
    offset: `${offset}`,
    limit: `${limit}`,
  });
  const { contacts } = await call<Page>("GET", `api/contacts?${query}`);
  return contacts.map(({ id }) => id);
}
