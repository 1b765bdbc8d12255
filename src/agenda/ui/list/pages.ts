import { effect, signal } from "@preact/signals";
import type { AppError } from "../../../app-error.ts";
import type { Contact, Page, Place, Sort } from "../../api-types.ts";
import { pageSize } from "../../list-page.ts";
import { call } from "../call.ts";
import { tell } from "../state/saving.ts";
import { search, sort } from "../state/screen.ts";

// About a hundred screens: scrolling back a little never asks again.
const mostPages = 150;

/** The list as far as it is known: what was found, and the pages of it that were fetched. */
export type Known = {
  readonly search: string;
  readonly sort: Sort;
  /** How many the search finds; null before the first answer. */
  readonly total: number | null;
  readonly inBin: number;
  readonly revision: number;
  readonly pages: ReadonlyMap<number, readonly Contact[]>;
};

/** What is known of the list now. */
export const known = signal<Known>({
  search: "",
  sort: "name",
  total: null,
  inBin: 0,
  revision: 0,
  pages: new Map(),
});

/** The contact at a place of the list, or undefined where it is not fetched yet. */
export function contactAt(index: number): Contact | undefined {
  return known.value.pages.get(Math.floor(index / pageSize))?.[index % pageSize];
}

/** Where a fetched contact stands, or -1. */
export function indexOf(id: number, among: (page: number) => boolean = () => true): number {
  for (const [page, contacts] of known.value.pages) {
    if (!among(page)) continue;
    const at = contacts.findIndex((contact) => contact.id === id);
    if (at >= 0) return page * pageSize + at;
  }
  return -1;
}

/** Where a contact stands, or -1, by what was fetched since the last change alone. */
export function indexNow(id: number): number {
  return indexOf(id, (page) => !stale.has(page));
}

/** The pages on screen, and then their neighbours, so that steady scrolling meets no gap. */
let wanted: readonly number[] = [0];
let onScreen = 1;
// Whoever types the next letter before it is over would have to wait for the neighbours' answer.
const typing = 150;
let typed: number | undefined;
const stale = new Set<number>();
type Fetch = {
  readonly page: number;
  readonly abort: AbortController;
  /** Contacts changed after it was asked for: its answer may be from before. */
  overtaken: boolean;
};

let fetching: Fetch | null = null;

/** Settles once the list shows what is searched for now. */
export function shown(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = effect(() => {
    if (known.value.total !== null && isCurrent()) resolve();
  });
  return promise.finally(stop);
}

/** Says which places are on screen; their pages are fetched. */
export function want(first: number, last: number): void {
  const from = Math.floor(first / pageSize);
  const to = Math.floor(Math.max(first, last) / pageSize);
  onScreen = to - from + 1;
  const pages = Array.from({ length: onScreen }, (_, page) => from + page);
  wanted = [...pages, to + 1, ...(from > 0 ? [from - 1] : [])];
  // Whoever drags the scroll bar passes many pages and wants only the last.
  if (fetching && !wanted.includes(fetching.page)) fetching.abort.abort();
  void fetchWanted();
}

/** Fetches what was first on screen; gives where that contact stands now. */
export async function fetchFirst({ index, id }: { index: number; id: number | null }): Promise<number> {
  wanted = [Math.floor(index / pageSize)];
  onScreen = 1;
  await fetchWanted();
  if (id === null || contactAt(index)?.id === id) return index;
  const place = await call<Place>("GET", address(0).replace("?", `/${id}?`)).catch(() => null);
  return place?.index ?? index;
}

/** Says that contacts have changed; what is on screen is fetched again and stays until then. */
export async function outdated(revision = Infinity): Promise<void> {
  if (revision <= known.value.revision) return;
  known.value = { ...known.value, pages: ageing() };
  if (fetching) fetching.overtaken = true;
  await fetchWanted();
}

/** Fetches anew whenever another search or order is asked for. */
export function followQuery(): void {
  let asked = address(0);
  effect(() => {
    const now = address(0);
    if (now === asked) return;
    asked = now;
    wanted = [0];
    onScreen = 1;
    fetching?.abort.abort();
    fetching = null;
    clearTimeout(typed);
    typed = window.setTimeout(() => {
      typed = undefined;
      void fetchWanted();
    }, typing);
    void fetchWanted();
  });
}

function address(page: number): string {
  const query = { search: search.value, sort: sort.value, offset: page * pageSize, limit: pageSize };
  return `api/contacts?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, `${value}`]))}`;
}

/** Whether what is known is what is asked for now, and not the list from before. */
export const isCurrent = () => known.value.search === search.value && known.value.sort === sort.value;

function nextPage(): number | undefined {
  if (!isCurrent() || known.value.total === null) return wanted[0];
  const last = Math.max(0, Math.ceil(known.value.total / pageSize) - 1);
  const now = typed === undefined ? wanted : wanted.slice(0, onScreen);
  return now.find((page) => page <= last && (stale.has(page) || !known.value.pages.has(page)));
}

async function fetchWanted(): Promise<void> {
  const page = nextPage();
  if (page === undefined || fetching) return;
  const asked = { search: search.value, sort: sort.value };
  const mine: Fetch = { page, abort: new AbortController(), overtaken: false };
  fetching = mine;
  try {
    const answer = await call<Page>("GET", address(page), undefined, { signal: mine.abort.signal });
    if (fetching === mine) take(asked, mine, answer);
  } catch (error) {
    if (!mine.abort.signal.aborted) return failed(mine, error);
  }
  if (fetching === mine) {
    fetching = null;
    await fetchWanted();
  }
}

// Elsewhere others may stand now: whoever goes there by key and deletes at once means those.
function ageing(): Map<number, readonly Contact[]> {
  const pages = new Map([...known.value.pages].filter(([page]) => wanted.includes(page)));
  for (const page of pages.keys()) stale.add(page);
  return pages;
}

function failed(mine: Fetch, error: unknown): void {
  if (fetching !== mine) return;
  tell(error as AppError);
  setTimeout(() => {
    fetching = null;
    void fetchWanted();
  }, 1_500);
}

function take(asked: { search: string; sort: Sort }, { page, overtaken }: Fetch, answer: Page): void {
  const same = asked.search === known.value.search && asked.sort === known.value.sort;
  const grown = answer.revision > known.value.revision;
  if (!same) stale.clear();
  const pages = !same ? new Map<number, readonly Contact[]>() : grown ? ageing() : new Map(known.value.pages);
  if (overtaken) stale.add(page);
  else stale.delete(page);
  pages.delete(page);
  pages.set(page, answer.contacts);
  for (const oldest of pages.keys()) {
    if (pages.size <= mostPages) break;
    if (!wanted.includes(oldest)) pages.delete(oldest);
  }
  const { total, inBin, revision } = answer;
  known.value = { ...asked, total, inBin, revision, pages };
}
