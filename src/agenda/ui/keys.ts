import { selectedCount, selectNone } from "./list/choose.ts";
import { cursorTo } from "./parts/cursor.ts";
import { takeBackCells } from "./state/cells.ts";
import { redoLast, undoLast } from "./state/changes.ts";
import { search } from "./state/screen.ts";
import { sheet } from "./state/sheet.ts";
import { followFields, forget, has } from "./typed-back.ts";

/** Listens to the keys that work anywhere in the window. */
export function listenToKeys(): void {
  followFields();
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || sheet.value) return;
    const target = event.target as HTMLElement;
    const act = backOrForth(event) ?? actOf(event, target.matches("input, select, textarea"));
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, inField: boolean): (() => void) | null {
  const control = (ctrlKey || metaKey) && !altKey;
  if (key === "F1" || (key === "?" && !inField)) return () => (sheet.value = "shortcuts");
  if ((control && key.toLowerCase() === "f") || (key === "/" && !inField)) return () => cursorTo("search");
  if (key === "Escape" && !document.querySelector("[popover]:popover-open")) return stepBack;
  return null;
}

// What was typed into a field is taken back first, by the field itself.
function backOrForth({ key, ctrlKey, metaKey, altKey, shiftKey, target, repeat }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  const way = letter === "z" && !shiftKey ? "undo" : letter === "y" || letter === "z" ? "redo" : null;
  if (!way) return null;
  const cells = way === "undo" && (target as HTMLElement).closest(".add") ? takeBackCells() : null;
  if (cells) return cells;
  if (has(target!, way)) return null;
  // Held down, it would take back one change after another.
  if (repeat) return () => {};
  return () => {
    forget(target!);
    void (way === "undo" ? undoLast() : redoLast());
  };
}

function stepBack(): void {
  if (selectedCount() > 0) selectNone();
  else if (search.value !== "") search.value = "";
  else cursorTo("name");
}
