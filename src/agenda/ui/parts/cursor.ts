/** A control the cursor can be in, by the name it is kept under. */
export type Spot = "name" | "phone" | "search" | "list" | "edit-name" | "edit-phone";

// A row that is on its way from Agenda's process is there within a few frames.
const patience = 60;

/** Counts what the cursor was wished for: only the last wish is waited for. */
let wish = 0;

/** What the cursor was in last. */
let last: Element | null = null;

/**
 * Puts the cursor into a control, as soon as what was just asked for is drawn: mostly before anything else has its turn,
 * for a key that is pressed at once would go to where the cursor was.
 */
export function cursorTo(spot: Spot): void {
  const mine = ++wish;
  const wait = (frames: number) => {
    if (mine !== wish || focused(spot) || frames === 0) return;
    requestAnimationFrame(() => wait(frames - 1));
  };
  if (!focused(spot)) queueMicrotask(() => wait(patience));
}

function focused(spot: Spot): boolean {
  const control = document.querySelector<HTMLElement>(`[data-spot="${spot}"]`);
  control?.focus({ preventScroll: true });
  return control !== null;
}

/**
 * Leaves the cursor to whoever has it: who types into a field or clicks is where they want to be, whatever was waited for.
 * And what it was in may go, as a row that is deleted: then it is in what comes, and not nowhere.
 */
export function holdCursor(): void {
  const giveUp = () => void (wish += 1);
  document.addEventListener("pointerdown", giveUp, true);
  document.addEventListener(
    "keydown",
    ({ target }) => (target as Element).matches("input") && giveUp(),
    true,
  );
  document.addEventListener("focusin", ({ target }) => (last = target as Element));
  new MutationObserver(() => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    last = null;
    home()?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}

/** Closes a sheet: the cursor goes back to where it was, and to the list where that is no more. */
export function closeOver(dialog: HTMLDialogElement): void {
  dialog.close();
  requestAnimationFrame(
    () => document.activeElement === document.body && home()?.focus({ preventScroll: true }),
  );
}

const home = () =>
  document.querySelector<HTMLElement>("dialog[open]") ?? document.querySelector<HTMLElement>(".list, .empty");
