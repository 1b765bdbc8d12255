import { batch, effect } from "@preact/signals";
import { lastAdded } from "../state/draft.ts";
import { scroll, top } from "../state/screen.ts";
import { active, selectNone } from "./choose.ts";
import { indexOf, isCurrent, known } from "./pages.ts";
import { firstOnScreen, showPlace } from "./scroller.ts";

/** Begins at the top whenever another search or order is shown, and keeps what is first on screen. */
export function followList(): void {
  let { search, sort } = known.peek();
  effect(() => {
    const now = known.value;
    if (now.search === search && now.sort === sort) return;
    const searched = now.search !== search;
    ({ search, sort } = now);
    batch(() => {
      active.value = -1;
      if (searched) selectNone();
      showPlace(0);
    });
  });
  effect(() => {
    // The list from before is still on screen: its first contact is no place in the one that is asked for.
    if (known.value.total !== null) scroll.value = isCurrent() ? firstOnScreen.value : top;
  });
}

/** Whether this contact was just added, so that the eye finds it. */
export function isFresh(id: number): boolean {
  return lastAdded.value?.id === id && indexOf(id) >= 0;
}
