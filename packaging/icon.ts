import { deflateSync, crc32 } from "node:zlib";
import { drawIcon } from "../src/icon-pixels.ts";
import type { Layer } from "../src/icon-shapes.ts";

/** The sizes Windows asks for, from list to thumbnail. */
const SIZES = [16, 20, 24, 32, 48, 64, 256];

/** Draws layers as a Windows icon file with every size, each drawn for itself and not scaled. */
export function iconFile(layers: readonly Layer[]): Buffer {
  const images = SIZES.map((size) => png(drawIcon(layers, size), size));
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
