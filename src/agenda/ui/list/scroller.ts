import { batch, computed, signal } from "@preact/signals";
import { contactAt, known, want } from "./pages.ts";
import { barHeight, scrolledTo, standAt, type Extent, type Standing } from "./scale.ts";

// Pixels: of one row, and of the part of the window that shows the list.
const rowHeight = signal(48);
const viewHeight = signal(0);

const standing = signal<Standing>({ top: 0, bar: 0 });
let element: HTMLElement | null = null;

const total = () => known.value.total ?? 0;
const extent = computed<Extent>(() => ({ list: total() * rowHeight.value, view: viewHeight.value }));

/** The height of the scrolled element. */
export const canvasHeight = computed(() => barHeight(extent.value));

// Rows beyond the edges, so that a flick of the wheel shows no gap before the next frame.
const margin = 6;

/** The places of the list to draw. */
export const drawn = computed(() => {
  const { top } = standing.value;
  const first = Math.max(0, Math.floor(top / rowHeight.value) - margin);
  const last = Math.min(total() - 1, Math.ceil((top + viewHeight.value) / rowHeight.value) + margin);
  return { first, last };
});

/** Where the first drawn row is, in pixels from the top of the scrolled element. */
export const drawnAt = computed(() => {
  const { top, bar } = standing.value;
  return Math.round((drawn.value.first * rowHeight.value - top + bar) * 64) / 64;
});

/** The first contact on screen, as it is kept. */
export const firstOnScreen = computed(() => {
  const { top } = standing.value;
  const index = Math.floor(top / rowHeight.value);
  return { index, id: contactAt(index)?.id ?? null, pixels: Math.floor(top - index * rowHeight.value) };
});

/** The first place that is on screen as a whole. */
export const firstWhole = () => Math.ceil(standing.value.top / rowHeight.value);

/** How many rows a screen holds. */
export const rowsOnScreen = () => Math.max(1, Math.floor(viewHeight.value / rowHeight.value));

/** Takes the element that scrolls, or lets go of it. */
export function scrollIn(scrolled: HTMLElement | null): void {
  element = scrolled;
}

/** Takes over what the browser has scrolled to. */
export function onScroll(): void {
  if (!element || element.scrollTop === standing.value.bar) return;
  stand(scrolledTo(element.scrollTop, standing.value, extent.value));
}

/** Shows a place of the list: at the top, `pixels` of it scrolled away. */
export function showPlace(index: number, pixels = 0): void {
  showTop(index * rowHeight.value + pixels);
}

/** Scrolls no more than is needed to have the whole row on screen. */
export function reveal(index: number): void {
  const top = index * rowHeight.value;
  const { top: now } = standing.value;
  if (top < now) showTop(top);
  else if (top + rowHeight.value > now + viewHeight.value) showTop(top + rowHeight.value - viewHeight.value);
}

/** Measures anew, and keeps the same contact at the top. */
export function resized(row: number, view: number): void {
  if (row === rowHeight.value && view === viewHeight.value) return;
  const { index, pixels } = firstOnScreen.value;
  batch(() => {
    rowHeight.value = row;
    viewHeight.value = view;
    showPlace(index, Math.min(pixels, row - 1));
  });
}

/** Puts the bar right again after the list has become longer or shorter. */
export function settle(): void {
  showTop(standing.value.top);
}

/** Begins at a place, before anything is drawn. */
export function beginAt(index: number, pixels: number): void {
  standing.value = { top: index * rowHeight.value + pixels, bar: 0 };
}

function showTop(top: number): void {
  const asked = standAt(top, extent.value);
  if (!element) return stand(asked);
  element.scrollTop = asked.bar;
  // The browser rounds, and cannot scroll what has not its full height yet.
  stand({ top: asked.top, bar: element.scrollTop });
}

function stand(now: Standing): void {
  standing.value = now;
  want(drawn.value.first, drawn.value.last);
}
