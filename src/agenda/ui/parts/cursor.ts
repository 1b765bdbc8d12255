/** A control the cursor can be in, by the name it is kept under. */
export type Spot = "name" | "phone" | "search" | "list" | "edit-name" | "edit-phone";

// A row that is on its way from Agenda's process is there within a few frames.
const patience = 60;

/**
 * Puts the cursor into a control, as soon as what was just asked for is drawn: mostly before anything else has its turn,
 * for a key that is pressed at once would go to where the cursor was.
 */
export function cursorTo(spot: Spot): void {
  if (!focused(spot)) queueMicrotask(() => focusWithin(spot, patience));
}

function focusWithin(spot: Spot, frames: number): void {
  if (!focused(spot) && frames > 0) requestAnimationFrame(() => focusWithin(spot, frames - 1));
}

function focused(spot: Spot): boolean {
  const control = document.querySelector<HTMLElement>(`[data-spot="${spot}"]`);
  control?.focus({ preventScroll: true });
  return control !== null;
}

/** Gives what is to be called when the list, or what is said in its place, goes: the cursor in it goes to what comes. */
export function handingOver(place: HTMLElement): () => void {
  return () => {
    if (place.contains(document.activeElement)) requestAnimationFrame(toList);
  };
}

/** Closes a sheet: the cursor goes back to where it was, and to the list where that is no more. */
export function closeOver(dialog: HTMLDialogElement): void {
  dialog.close();
  requestAnimationFrame(() => document.activeElement === document.body && toList());
}

function toList(): void {
  document.querySelector<HTMLElement>(".list, .empty")?.focus({ preventScroll: true });
}
