import { search } from "../state/screen.ts";
import { copyNumber, dial, removeSelected, startEdit } from "./acts.ts";
import { active, goTo } from "./active.ts";
import { extendTo, selectAll, selectNone, selectOnly, settled, toggle } from "./choose.ts";
import { known } from "./pages.ts";
import { rowsOnScreen } from "./scroller.ts";
import { cursorTo } from "../parts/cursor.ts";

type Steps = Readonly<Record<string, () => number>>;

const steps: Steps = {
  ArrowDown: () => active.value + 1,
  ArrowUp: () => active.value - 1,
  PageDown: () => active.value + rowsOnScreen(),
  PageUp: () => active.value - rowsOnScreen(),
  Home: () => 0,
  End: () => (known.value.total ?? 1) - 1,
};

const acts: Readonly<Record<string, (event: KeyboardEvent) => unknown>> = {
  " ": () => toggle(active.value),
  // Held down since it saved the row that was edited, it is not meant to open it again.
  Enter: (event) => event.repeat || (event.ctrlKey || event.metaKey ? dial() : startEdit()),
  F2: () => startEdit(),
  // Held down, it would take one contact after another.
  Delete: (event) => event.repeat || removeSelected(),
};

const withControl: Readonly<Record<string, () => unknown>> = {
  a: () => selectAll(),
  c: () => copyNumber(),
};

/** What the keys do while the cursor is in the list. */
export function onListKey(event: KeyboardEvent): void {
  if ((event.target as HTMLElement).closest("input, .editing, [role=menu]")) return;
  const done = byKey(event);
  if (done === null) return;
  event.preventDefault();
  void Promise.resolve(done());
}

/** What they do where there is no list: whoever goes on typing goes on searching. */
export function onEmptyKey(event: KeyboardEvent): void {
  if (!event.altKey && (event.target as HTMLElement).matches(".empty")) typeAhead(event);
}

function byKey(event: KeyboardEvent): (() => unknown) | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey, isComposing } = event;
  if (altKey || isComposing) return null;
  const isButton = (event.target as HTMLElement).closest("button, a") !== null;
  const step = steps[key];
  if (step) {
    if (key === "ArrowUp" && active.value <= 0 && !shiftKey) return () => (selectNone(), cursorTo("search"));
    return () => (shiftKey ? extendTo(step()) : ctrlKey || metaKey ? goTo(step()) : selectOnly(step()));
  }
  if (ctrlKey || metaKey) {
    // What the mouse has marked is what is meant to be copied.
    const isMarked = key.toLowerCase() === "c" && getSelection()?.toString();
    const act = withControl[key.toLowerCase()];
    if (act) return isMarked ? null : act;
  }
  const act = acts[key];
  // Space and Enter on a button of the row are the button's own. Whoever is faster than the list means what it is about to show.
  if (act && !(isButton && (key === " " || key === "Enter"))) return () => settled().then(() => act(event));
  typeAhead(event);
  return null;
}

// The cursor moves before the browser puts the letter where it is, or takes the last one away.
function typeAhead({ key, ctrlKey, metaKey }: KeyboardEvent): void {
  if (ctrlKey || metaKey || key === "?" || key === "/" || key === " ") return;
  if (key === "Backspace" && search.value !== "") cursorTo("search");
  if (key.length !== 1) return;
  search.value = search.value && `${search.value.trimEnd()} `;
  cursorTo("search");
}
