import { deflateSync, crc32 } from "node:zlib";
import type { Colour, Layer } from "./icon-shapes.ts";

/** The sizes Windows asks for, from list to thumbnail. */
const SIZES = [16, 20, 24, 32, 48, 64, 256];

/** Draws layers as a Windows icon file with every size, each drawn for itself and not scaled. */
export function iconFile(layers: readonly Layer[]): Buffer {
  const images = SIZES.map((size) => png(draw(layers, size), size));
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach((image, i) => {
    const entry = 6 + 16 * i;
    // 256 is written as 0.
    header.writeUInt8(SIZES[i]! % 256, entry);
    header.writeUInt8(SIZES[i]! % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(image.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += image.length;
  });
  return Buffer.concat([header, ...images]);
}

/** The layers as RGBA pixels, edges smoothed over one pixel. */
function draw(layers: readonly Layer[], size: number): Buffer {
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

function png(pixels: Buffer, size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel, RGBA.
  header.set([8, 6, 0, 0, 0], 8);
  const row = size * 4;
  // Each row begins with its filter: none.
  const rows = Array.from({ length: size }, (_, y) => [
    Buffer.of(0),
    pixels.subarray(y * row, (y + 1) * row),
  ]);
  const data = deflateSync(Buffer.concat(rows.flat()), { level: 9 });
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), framed.length - 4);
  return framed;
}
