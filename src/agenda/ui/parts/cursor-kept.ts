import { active, goTo } from "../list/active.ts";
import { contactAt, indexOf, known } from "../list/pages.ts";
import { editing, focus } from "../state/screen.ts";
import { cursorTo, type Spot } from "./cursor.ts";

const spots: readonly string[] = ["name", "phone", "search", "edit-name", "edit-phone"] satisfies Spot[];

/** Keeps which control the cursor is in. */
export function watchCursor(): void {
  document.addEventListener("focusin", ({ target }) => {
    const spot = (target as HTMLElement).closest<HTMLElement>("[data-spot]")?.dataset["spot"];
    if (spot === undefined) return;
    const id = spot === "list" ? contactAt(active.value)?.id : undefined;
    focus.value = id === undefined ? spot : `list:${id}`;
  });
}

/** Puts the cursor where it was, in the name where nothing is known. */
export function putCursorBack(kept: string): void {
  const [spot = "", id] = kept.split(":");
  if (spot === "list" && known.value.total !== 0) {
    const at = indexOf(Number(id));
    if (at >= 0) goTo(at);
    cursorTo("list");
  } else if (spot.startsWith("edit-") && !editing.value) cursorTo("name");
  else cursorTo(spots.includes(spot) ? (spot as Spot) : "name");
}
