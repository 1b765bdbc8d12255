import type { Colour, Layer } from "./icon-shapes.ts";

/** The layers as rows of RGBA pixels, a byte a channel, edges smoothed over one pixel; `size` is the side in pixels. */
export function drawIcon(layers: readonly Layer[], size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [x, y] = [(column + 0.5) / size, (row + 0.5) / size];
      let pixel: Colour = [0, 0, 0, 0];
      for (const { shape, colour } of layers) {
        const covered = Math.min(1, Math.max(0, 0.5 - shape(x, y) * size));
        pixel = over(colour(x, y), covered, pixel);
      }
      pixels.set(
        pixel.map((part) => Math.round(part * 255)),
        (row * size + column) * 4,
      );
    }
  }
  return pixels;
}

function over([r, g, b, a]: Colour, covered: number, below: Colour): Colour {
  const top = a * covered;
  const alpha = top + below[3] * (1 - top);
  if (alpha === 0) return below;
  const part = (mine: number, theirs: number) => (mine * top + theirs * below[3] * (1 - top)) / alpha;
  return [part(r, below[0]), part(g, below[1]), part(b, below[2]), alpha];
}
