import fs from "node:fs";
import { digitsOf, fold } from "./fold.ts";
import type { SavedRow } from "./salvage.ts";

// The numbers are those of the SQLite file format: https://www.sqlite.org/fileformat2.html
const pageSize = 4_096;
const tableLeaf = 0x0d;
const leafHeader = 8;
// A record longer than this continues on other pages; no name or phone that a person writes is.
const longest = pageSize - 35;
const columns = 10;

/**
 * Finds contacts on the pages of a database file and of its log, though the way to them is lost: a page that
 * holds rows needs no other page to be read. Of several states of a contact the last changed one is given.
 */
export function scanPages(file: string): SavedRow[] {
  const found = new Map<number, SavedRow>();
  const take = (row: SavedRow) => {
    const other = found.get(row.id);
    if (!other || row.changed_at >= other.changed_at) found.set(row.id, row);
  };
  eachPage(file, 0, 0, take);
  eachPage(`${file}-wal`, 32, 24, take);
  return [...found.values()].sort((a, b) => a.id - b.id);
}

function eachPage(file: string, start: number, header: number, take: (row: SavedRow) => void): void {
  if (!fs.existsSync(file)) return;
  const handle = fs.openSync(file, "r");
  try {
    const page = Buffer.alloc(pageSize);
    for (let at = start + header; ; at += header + pageSize) {
      if (fs.readSync(handle, page, 0, pageSize, at) < pageSize) return;
      if (page[0] === tableLeaf) for (const row of rowsOn(page)) take(row);
    }
  } finally {
    fs.closeSync(handle);
  }
}

function rowsOn(page: Buffer): SavedRow[] {
  const count = page.readUInt16BE(3);
  if (leafHeader + 2 * count > pageSize) return [];
  return Array.from({ length: count }, (_, at) => page.readUInt16BE(leafHeader + 2 * at))
    .map((place) => contactAt(page, place))
    .filter((row) => row !== null);
}

// Only a row whose derived columns fit its name and phone is a contact; anything else is chance.
function contactAt(page: Buffer, place: number): SavedRow | null {
  try {
    const size = varint(page, place);
    const id = varint(page, size.next);
    const values = size.value <= longest ? recordAt(page, id.next, size.value) : [];
    const [, name, phone, folded, digits, added_at, changed_at, deleted_at] = values;
    if (values.length !== columns || typeof name !== "string" || typeof phone !== "string") return null;
    if (fold(name) !== folded || digitsOf(phone) !== digits) return null;
    if (typeof added_at !== "number" || typeof changed_at !== "number" || typeof deleted_at === "string")
      return null;
    return { id: id.value, name, phone, added_at, changed_at, deleted_at: deleted_at ?? null };
  } catch {
    return null;
  }
}

type Value = string | number | null;

function recordAt(page: Buffer, place: number, size: number): Value[] {
  const header = varint(page, place);
  const values: Value[] = [];
  let at = place + header.value;
  for (let type = header; type.next < place + header.value;) {
    type = varint(page, type.next);
    const length = lengthOf(type.value);
    if (at + length > place + size) throw new RangeError("beyond the record");
    values.push(valueOf(page, at, type.value, length));
    at += length;
  }
  return values;
}

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type]!;
}

function valueOf(page: Buffer, at: number, type: number, length: number): Value {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type >= 13 && type % 2 === 1) return page.toString("utf8", at, at + length);
  if (type <= 5) return page.readIntBE(at, length);
  if (type === 6) return Number(page.readBigInt64BE(at));
  throw new RangeError("not of a contact");
}

function varint(page: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  for (let place = at; place < at + 8; place += 1) {
    const byte = page.readUInt8(place);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: place + 1 };
  }
  throw new RangeError("longer than any id");
}
