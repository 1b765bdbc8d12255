import { batch, computed, effect, untracked } from "@preact/signals";
import type { Contact } from "../../api-types.ts";
import { call } from "../call.ts";
import { lastAdded } from "../state/draft.ts";
import { editing, scroll, selection, top } from "../state/screen.ts";
import { saveEdit } from "./acts.ts";
import { leave, stay } from "./active.ts";
import { dropChoices, forget, selectNone } from "./choose.ts";
import { contactAt, indexNow, indexOf, isCurrent, known } from "./pages.ts";
import { firstOnScreen, showPlace } from "./scroller.ts";

/** Begins at the top whenever another search or order is shown, else stays at its contacts; keeps what is first on screen. */
export function followList(): void {
  let { search, sort } = known.peek();
  effect(() => {
    const now = known.value;
    if (now.search === search && now.sort === sort) return untracked(stay);
    const searched = now.search !== search;
    ({ search, sort } = now);
    batch(() => {
      leave();
      if (searched) selectNone();
      else dropChoices();
      showPlace(0);
    });
  });
  effect(() => {
    // The list from before is still on screen: its first contact is no place in the one that is asked for.
    if (known.value.total !== null) scroll.value = isCurrent() ? firstOnScreen.value : top;
  });
}

/**
 * Lets go of selected contacts that are deleted, here or by another page, or were before this one began; and closes the row
 * of one that was being edited, which says what was typed into it.
 */
export function followDeleted(): void {
  const changed = computed(() => known.value.revision);
  effect(() => {
    void changed.value;
    const edited = editing.peek()?.id;
    const ids = [...selection.peek().ids, ...(edited === undefined ? [] : [edited])];
    if (ids.length === 0) return;
    const gone = (those: readonly number[]) => {
      forget(those);
      if (edited !== undefined && those.includes(edited) && editing.peek()?.id === edited) void saveEdit();
    };
    // Where it does not get through, others say so.
    call<number[]>("POST", "api/gone", { ids }).then(gone, () => {});
  });
}

/**
 * Takes over what another page, or an undo, has made of the contact that is being edited: saved with the rest of the row,
 * a field that nobody has typed into would put back what it said before.
 */
export function followEdited(): void {
  let before: Contact | undefined;
  effect(() => {
    const edited = editing.value;
    const at = edited ? indexNow(edited.id) : -1;
    const was = before?.id === edited?.id ? before : undefined;
    before = contactAt(at) ?? was;
    if (!edited || !was || !before) return;
    const name = edited.name === was.name ? before.name : edited.name;
    const phone = edited.phone === was.phone ? before.phone : edited.phone;
    if (name !== edited.name || phone !== edited.phone) editing.value = { ...edited, name, phone };
  });
}

/** Whether this contact was just added, so that the eye finds it. */
export function isFresh(id: number): boolean {
  return lastAdded.value?.id === id && indexOf(id) >= 0;
}
