import fs from "node:fs";
import { codeOf } from "../app-error.ts";

/** One page in a log. */
export type Frame = {
  readonly page: number;
  /** The database's size in pages where a transaction ends with this frame, else 0. */
  readonly size: number;
  readonly content: Buffer;
  /** Whether it is of what was written last: a log is begun again at its front, over what is old. */
  readonly current: boolean;
  /** Whether it is, and its checksum is right, taken on from that of the frame before. */
  readonly good: boolean;
};

// The numbers are those of SQLite's log: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
const pageSize = 4_096;
const [logHeader, frameHeader] = [32, 24];
const bigEndian = 0x377f0683;

type Sums = readonly [number, number];

/** The frames of the log beside a database file, damaged ones too; none where there is no log. */
export function readLog(database: string): Frame[] {
  const bytes = ifThere(() => fs.readFileSync(`${database}-wal`)) ?? Buffer.alloc(0);
  const count = Math.floor((bytes.length - logHeader) / (frameHeader + pageSize));
  if (count < 1) return [];
  const word = bytes.readUInt32BE(0) === bigEndian ? "readUInt32BE" : "readUInt32LE";
  const sums = (from: number, to: number, [one, other]: Sums): Sums => {
    for (let at = from; at < to; at += 8) {
      one = (one + bytes[word](at) + other) >>> 0;
      other = (other + bytes[word](at + 4) + one) >>> 0;
    }
    return [one, other];
  };
  const written = (at: number): Sums => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
  const places = Array.from({ length: count }, (_, n) => logHeader + n * (frameHeader + pageSize));
  const goesOn = places.map((at, n) => {
    const [content, end] = [at + frameHeader, at + frameHeader + pageSize];
    // Each sum goes on from the one before it: the log's own, then the last frame's.
    const before = written(n === 0 ? 24 : at - pageSize - 8);
    return isSame(sums(content, end, sums(at, at + 8, before)), written(at + 16));
  });
  const salt = (at: number) => bytes.toString("latin1", at, at + 8);
  const headerIsGood = isSame(sums(0, 24, [0, 0]), written(24));
  const now = salt(headerIsGood ? 16 : (places[goesOn.indexOf(true)] ?? 0) + 8);
  return places.map((at, n): Frame => {
    const [page, size] = written(at);
    const content = bytes.subarray(at + frameHeader, at + frameHeader + pageSize);
    const current = salt(at + 8) === now;
    return { page, size, content, current, good: current && goesOn[n]! };
  });
}

/**
 * Whether a log lost what was answered for. SQLite ends at the first frame that is not good, which after a power
 * cut is the end of what was whole. But a transaction is begun only when the one before is on disk: a good frame
 * behind the end of a transaction that is not good says that this one was damaged later.
 */
export function isLogDamaged(frames: readonly Frame[]): boolean {
  const firstBad = frames.findIndex((frame) => !frame.good);
  if (firstBad === -1) return false;
  const ended = frames.findIndex((frame, n) => n >= firstBad && frame.current && frame.size > 0);
  return ended !== -1 && frames.some((frame, n) => n > ended && frame.good);
}

/**
 * Whether a database's log was lost, and with it whatever it held: something else stands in its place, or its shared memory is
 * there without it. SQLite makes the log first and removes it last. A power cut may leave zeros at its beginning, which
 * were not written yet, and nothing else but a log.
 */
export function isLogLost(database: string): boolean {
  const first = firstWord(`${database}-wal`);
  if (first === undefined) return fs.existsSync(`${database}-shm`);
  return first !== 0 && first !== bigEndian && first !== bigEndian - 1;
}

/**
 * Writes what is good in a damaged log into its database file, to the last transaction that ended, and lets go of the log.
 * False where something was written behind that: then the file is of an earlier moment.
 */
export function mendLog(database: string, frames: readonly Frame[]): boolean {
  const last = frames.findLastIndex((frame) => frame.good && frame.size > 0);
  const handle = fs.openSync(database, "r+");
  try {
    for (const frame of frames.slice(0, last + 1)) {
      if (frame.good) fs.writeSync(handle, frame.content, 0, pageSize, (frame.page - 1) * pageSize);
    }
    if (last !== -1) fs.ftruncateSync(handle, frames[last]!.size * pageSize);
  } finally {
    fs.closeSync(handle);
  }
  fs.rmSync(`${database}-wal`);
  return frames.findLastIndex((frame) => frame.current) === last;
}

/** The bytes of a database file with all that its log has, as SQLite reads the two together. */
export function readWithLog(database: string): Buffer {
  const bytes = fs.readFileSync(database);
  const frames = readLog(database);
  const end = frames.findIndex((frame) => !frame.good);
  const good = frames.slice(0, end === -1 ? frames.length : end);
  const last = good.findLastIndex((frame) => frame.size > 0);
  if (last === -1) return bytes;
  const whole = Buffer.alloc(good[last]!.size * pageSize);
  bytes.copy(whole);
  for (const { page, content } of good.slice(0, last + 1)) content.copy(whole, (page - 1) * pageSize);
  return whole;
}

function isSame(a: Sums, b: Sums): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

// undefined where there is no such file.
function firstWord(file: string): number | undefined {
  const handle = ifThere(() => fs.openSync(file, "r"));
  if (handle === undefined) return undefined;
  const word = Buffer.alloc(4);
  try {
    fs.readSync(handle, word, 0, 4, 0);
  } finally {
    fs.closeSync(handle);
  }
  return word.readUInt32BE(0);
}

// Another process that closes the contacts takes their log away, at any moment: so it is not asked for first.
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
