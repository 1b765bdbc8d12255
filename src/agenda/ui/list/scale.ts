/**
 * Browsers lay out nothing beyond some 17 to 33 million pixels; a million rows are more. So the scrolled element
 * is at most this tall, and its scroll bar stands for the whole list on a smaller scale.
 */
export const tallest = 5_000_000;

/** Heights in pixels: of the whole list, and of the part of the window that shows it. */
export type Extent = { readonly list: number; readonly view: number };

/** Where the list stands: `top` is the first visible pixel of the list, `bar` the element's scrollTop. */
export type Standing = { readonly top: number; readonly bar: number };

/** The scrolled element's height. */
export const barHeight = ({ list }: Extent) => Math.min(list, tallest);

const mostTop = ({ list, view }: Extent) => Math.max(0, list - view);
const mostBar = (extent: Extent) => Math.max(0, barHeight(extent) - extent.view);
const within = (value: number, most: number) => Math.min(Math.max(value, 0), most);

/** The standing that shows the pixel `top` first, with the bar where it belongs. */
export function standAt(top: number, extent: Extent): Standing {
  const inside = within(top, mostTop(extent));
  const bar = mostTop(extent) === 0 ? 0 : (inside / mostTop(extent)) * mostBar(extent);
  return { top: inside, bar };
}

/**
 * Where the list stands after the browser has scrolled to `bar`. Wheel, finger and keys move in small steps, and
 * the list moves by the same pixels; a scroll bar is dragged far, and the list moves in proportion.
 */
export function scrolledTo(bar: number, before: Standing, extent: Extent): Standing {
  if (mostTop(extent) === mostBar(extent)) return { top: bar, bar };
  if (bar <= 0) return { top: 0, bar: 0 };
  if (bar >= mostBar(extent)) return { top: mostTop(extent), bar };
  const moved = bar - before.bar;
  if (Math.abs(moved) <= 2 * extent.view) return { top: within(before.top + moved, mostTop(extent)), bar };
  return { top: (bar / mostBar(extent)) * mostTop(extent), bar };
}
