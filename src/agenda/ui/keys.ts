import { selectedCount, selectNone } from "./list/choose.ts";
import { cursorTo } from "./parts/cursor.ts";
import { undoLast } from "./state/changes.ts";
import { search } from "./state/screen.ts";
import { sheet } from "./state/sheet.ts";

/** Listens to the keys that work anywhere in the window. */
export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || sheet.value) return;
    const act = actOf(event, (event.target as HTMLElement).matches("input, select, textarea"));
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, inField: boolean): (() => void) | null {
  const control = (ctrlKey || metaKey) && !altKey;
  if (key === "F1" || (key === "?" && !inField)) return () => (sheet.value = "shortcuts");
  if ((control && key.toLowerCase() === "f") || (key === "/" && !inField)) return () => cursorTo("search");
  if (control && key.toLowerCase() === "z" && !inField) return () => void undoLast();
  if (key === "Escape" && !document.querySelector("[popover]:popover-open")) return stepBack;
  return null;
}

function stepBack(): void {
  if (selectedCount() > 0) selectNone();
  else if (search.value !== "") search.value = "";
  else cursorTo("name");
}
