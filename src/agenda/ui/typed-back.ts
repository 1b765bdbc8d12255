type Typed = { readonly value: string; readonly kind: string };

/** What was last typed into each field, and how. */
const last = new WeakMap<EventTarget, Typed>();

/** Notes what is typed into fields. */
export function followFields(): void {
  document.addEventListener(
    "input",
    (event) => {
      const { value } = event.target as HTMLInputElement;
      last.set(event.target!, { value, kind: (event as InputEvent).inputType });
    },
    true,
  );
}

/**
 * Whether a field has something of its own to undo or to redo. No engine tells, and what they would bring into a field
 * that the page has emptied, because its contact is saved, is anything: so an empty field has only what emptied it by hand.
 */
export function has(field: EventTarget, way: "undo" | "redo"): boolean {
  if (!(field instanceof HTMLInputElement)) return false;
  if (field.value !== "") return true;
  const typed = last.get(field);
  if (!typed || typed.value !== "") return false;
  return (typed.kind === "historyUndo") === (way === "redo");
}

/** Lets go of what was typed into a field: something else has been undone since. */
export function forget(field: EventTarget): void {
  last.delete(field);
}
