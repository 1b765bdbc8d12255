import { expect, test } from "vitest";
import { centred, isReachable, readBounds } from "../../src/agenda/window-bounds.ts";

const left = { position: { x: -1920, y: 0 }, size: { width: 1920, height: 1080 }, scaleFactor: 1 };
const main = { position: { x: 0, y: 0 }, size: { width: 1280, height: 800 }, scaleFactor: 1 };
const at = (x: number, y: number) => ({ x, y, width: 480, height: 720, maximized: false });

test.for([
  [at(0, 0), true],
  [at(1160, 100), true],
  [at(1161, 100), false],
  [at(-360, 0), true],
  [at(-361, 0), false],
  [at(100, 776), true],
  [at(100, 777), false],
  [at(100, -1), false],
] as const)("A window at %o can be taken hold of on one monitor: %s", ([bounds, reachable]) => {
  expect(isReachable(bounds, [main])).toBe(reachable);
});

test("A window on a second monitor stays there, and comes back when that monitor has gone", () => {
  expect(isReachable(at(-1500, 300), [main, left])).toBe(true);
  expect(isReachable(at(-1500, 300), [main])).toBe(false);
  expect(isReachable(at(0, 0), [])).toBe(false);
});

test.for([
  [{ x: 1, y: 2, width: 400, height: 500, maximized: true }, true],
  [{ x: 1, y: 2, width: 319, height: 500, maximized: false }, false],
  [{ x: 1, y: 2, width: 400, height: 419 }, false],
  [{ x: null, y: 2, width: 400, height: 500 }, false],
  [{ x: "1", y: 2, width: 400, height: 500 }, false],
  [null, false],
  [7, false],
] as const)("Of kept bounds %o it makes use: %s", ([kept, usable]) => {
  expect(readBounds(kept) !== null).toBe(usable);
});

test("A first window stands in the middle of a monitor, whole, and above the taskbar", () => {
  const size = { width: 480, height: 720 };
  expect(centred(size, left)).toEqual({ x: -1200, y: 135, ...size, maximized: false });
  expect(centred(size, main)).toMatchObject({ x: 400, y: 0, width: 480, height: 710 });
  // A monitor of 1920 x 1080 at 200 %: 960 x 540 logical pixels.
  const dense = { ...left, position: { x: 0, y: 0 }, scaleFactor: 2 };
  expect(centred(size, dense)).toMatchObject({ x: 480, y: 0, width: 480, height: 450 });
});
