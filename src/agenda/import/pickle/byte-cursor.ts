import { broken } from "./errors.ts";

/** Reads the bytes of a pickle from front to back. Every read past the end is a broken file. */
export type ByteCursor = {
  position: number;
  readonly length: number;
  readonly take: (length: number) => Buffer;
  readonly byte: () => number;
  /** A little-endian length of `width` bytes, 1 to 8. */
  readonly size: (width: number) => number;
  /** Up to the next line feed, without it, as Latin-1. */
  readonly line: () => string;
};

/** A cursor at the first byte. What it throws is AppError `pickle-broken`. */
export function byteCursor(bytes: Uint8Array): ByteCursor {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cursor: ByteCursor = {
    position: 0,
    length: buffer.length,
    take: (length) => {
      if (length > buffer.length - cursor.position) throw broken(cursor.position);
      const start = cursor.position;
      cursor.position += length;
      return buffer.subarray(start, cursor.position);
    },
    byte: () => {
      const byte = buffer[cursor.position];
      if (byte === undefined) throw broken(cursor.position);
      cursor.position++;
      return byte;
    },
    size: (width) => {
      const bytes = cursor.take(width);
      if (width <= 6) return bytes.readUIntLE(0, width);
      return Number(bytes.readBigUInt64LE());
    },
    line: () => {
      const end = buffer.indexOf(10, cursor.position);
      if (end === -1) throw broken(cursor.position);
      const text = buffer.toString("latin1", cursor.position, end);
      cursor.position = end + 1;
      return text;
    },
  };
  return cursor;
}
