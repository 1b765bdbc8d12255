const signs = ["pointermove", "pointerdown", "wheel", "keydown", "focus"] as const;

/** Calls `seen` whenever somebody at the page moves, clicks, scrolls or types, or comes back to it. */
export function onSigns(seen: () => void): void {
  for (const sign of signs) addEventListener(sign, seen, { capture: true, passive: true });
}
