/** The stretch of time on show, UTC milliseconds. */
export type View = { readonly from: number; readonly to: number };

/** The closest look: a second is then some pixels wide. */
const CLOSEST = 60_000;

/** `view` made longer or shorter by `factor` around `at`, inside `day`. */
export function zoomed(view: View, day: View, factor: number, at: number): View {
  const length = Math.min(day.to - day.from, Math.max(CLOSEST, (view.to - view.from) * factor));
  const place = (at - view.from) / (view.to - view.from);
  return inside(at - place * length, length, day);
}

/** What a key does to the view; null for a key that does nothing. */
export function zoomKeys(key: string, view: View, day: View): View | null {
  const length = view.to - view.from;
  const middle = (view.from + view.to) / 2;
  if (key === "+" || key === "=") return zoomed(view, day, 1 / 2, middle);
  if (key === "-") return zoomed(view, day, 2, middle);
  if (key === "ArrowLeft") return inside(view.from - length / 4, length, day);
  if (key === "ArrowRight") return inside(view.from + length / 4, length, day);
  return key === "Home" ? { from: day.from, to: day.to } : null;
}

function inside(from: number, length: number, day: View): View {
  const start = Math.round(Math.min(Math.max(from, day.from), day.to - length));
  return { from: start, to: Math.round(start + length) };
}
