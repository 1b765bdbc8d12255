/** Red, green, blue and alpha, 0 to 1. */
export type Colour = readonly [number, number, number, number];

/** How far a point of the unit square lies outside a shape (negative inside), in units of the square. */
type Shape = (x: number, y: number) => number;

export type Layer = { readonly shape: Shape; readonly colour: (x: number, y: number) => Colour };

const roundedSquare =
  (cx: number, cy: number, half: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.max(Math.abs(x - cx) - half + radius, 0);
    const dy = Math.max(Math.abs(y - cy) - half + radius, 0);
    return Math.hypot(dx, dy) - radius;
  };

const circle =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius;

const capsule =
  (x1: number, y1: number, x2: number, y2: number, radius: number): Shape =>
  (x, y) => {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - radius;
  };

const both =
  (a: Shape, b: Shape): Shape =>
  (x, y) =>
    Math.max(a(x, y), b(x, y));
const either =
  (a: Shape, b: Shape): Shape =>
  (x, y) =>
    Math.min(a(x, y), b(x, y));

const plain = (colour: Colour) => () => colour;
const white = plain([1, 1, 1, 1]);
const mix = (a: number, b: number, t: number) => a + (b - a) * t;
/** From one colour at the top left to another at the bottom right. */
const slope = (from: Colour, to: Colour) => (x: number, y: number) =>
  [0, 1, 2, 3].map((i) => mix(from[i]!, to[i]!, (x + y) / 2)) as unknown as Colour;

const tile = roundedSquare(0.5, 0.5, 0.47, 0.22);
const head = circle(0.5, 0.36, 0.155);
const shoulders = both(circle(0.5, 0.83, 0.29), (_, y) => y - 0.78);
const tick = either(capsule(0.63, 0.76, 0.71, 0.84, 0.035), capsule(0.71, 0.84, 0.86, 0.67, 0.035));

/** Agenda's icon, a person on a tile, bottom layer first. */
export const agendaIcon: readonly Layer[] = [
  { shape: tile, colour: slope([0.07, 0.52, 0.46, 1], [0.02, 0.33, 0.29, 1]) },
  { shape: head, colour: white },
  { shape: shoulders, colour: white },
];

/** The checker's icon: the same person, with a tick. */
export const estatusIcon: readonly Layer[] = [
  { shape: tile, colour: slope([0.2, 0.27, 0.36, 1], [0.09, 0.13, 0.2, 1]) },
  { shape: head, colour: white },
  { shape: shoulders, colour: white },
  { shape: circle(0.745, 0.755, 0.225), colour: plain([0.09, 0.13, 0.2, 1]) },
  { shape: circle(0.745, 0.755, 0.19), colour: plain([0.13, 0.62, 0.35, 1]) },
  { shape: tick, colour: white },
];
