import { computed, signal } from "@preact/signals";
import type { Sort, State, View } from "../../api-types.ts";

/** What the user chose; null follows the operating system. */
export const chosenLanguage = signal<View["language"]>(null);
export const theme = signal<View["theme"]>(null);
export const country = signal<View["country"]>(null);

/** What the operating system asks for. */
export const locale = signal<State["locale"]>({ language: "en", country: "" });

/** Whether the window is Agenda's own, and not a browser's. */
export const ownWindow = signal(false);

/** The language the page is in. */
export const language = computed(() => chosenLanguage.value ?? locale.value.language);

/** What is searched for, and the order of the list. */
export const search = signal("");
export const sort = signal<Sort>("name");

/** These contacts; or, where they are too many to name, `all` that the search finds but these. */
export type Selection = { readonly all: boolean; readonly ids: ReadonlySet<number> };

/** The selected contacts. */
export const selection = signal<Selection>({ all: false, ids: new Set() });

/** Whether a contact is selected. */
export const isSelected = (id: number) => selection.value.all !== selection.value.ids.has(id);

/** The contact that is being edited in its row, as typed so far. */
export const editing = signal<View["edit"]>(null);

/** The top of a list that is not known yet. */
export const top: View["scroll"] = { index: 0, id: null, pixels: 0 };

/** The first contact on screen. */
export const scroll = signal<View["scroll"]>(top);

/** The control the cursor is in: "name", "phone", "search", "list:7" for a contact of the list, or "". */
export const focus = signal("");

/** All of it, as it is kept. */
export const view = computed<View>(() => ({
  search: search.value,
  sort: sort.value,
  selection: selection.value.all ? "all" : [...selection.value.ids],
  unselected: selection.value.all ? [...selection.value.ids] : [],
  edit: editing.value,
  scroll: scroll.value,
  language: chosenLanguage.value,
  theme: theme.value,
  country: country.value,
  focus: focus.value,
}));

/** Shows what was last on screen. */
export function bringBack({ view: last, locale: system, ownWindow: own }: State): void {
  ownWindow.value = own;
  locale.value = system;
  chosenLanguage.value = last.language;
  theme.value = last.theme;
  country.value = last.country;
  search.value = last.search;
  sort.value = last.sort;
  const all = last.selection === "all";
  selection.value = { all, ids: new Set(all ? last.unselected : last.selection) };
  editing.value = last.edit;
  scroll.value = last.scroll;
  focus.value = last.focus;
}
