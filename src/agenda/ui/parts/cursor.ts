/** A control the cursor can be in, by the name it is kept under. */
export type Spot = "name" | "phone" | "search" | "list" | "edit-name" | "edit-phone";

/** Puts the cursor into a control, once what was just asked for is drawn. */
export function cursorTo(spot: Spot): void {
  const control = () => document.querySelector<HTMLElement>(`[data-spot="${spot}"]`);
  const found = control();
  if (found) found.focus({ preventScroll: true });
  else requestAnimationFrame(() => control()?.focus({ preventScroll: true }));
}
