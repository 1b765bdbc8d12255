import { openMemory } from "./open.ts";

/** A table of texts in the form of a SQLite file, for `openBytes`: SQLite takes rows from it at once. */
export type TableImage = {
  readonly rows: () => number;
  /** Adds a row: its texts stand in UTF-8 one behind another in `bytes`, and end at `ends`. */
  readonly add: (bytes: Uint8Array, ends: Int32Array) => void;
  readonly file: () => Buffer;
};

// The numbers are those of the SQLite file format: https://www.sqlite.org/fileformat2.html
// Large pages are few; but SQLite sorts at least 250 of them at once, and small heaps are sorted faster.
const pageSize = 16_384;
const [leaf, interior] = [0x0d, 0x05];
const [leafHeader, interiorHeader] = [8, 12];
// So many children have room on a page: each takes a pointer, a page number and a row number.
const mostChildren = Math.floor((pageSize - interiorHeader) / (2 + 4 + 5));

/** No row may have more bytes than this. */
export const longestRow = pageSize - 64;

/** A written page and the number of its last row. */
type Written = { readonly page: Buffer; readonly last: number };

/**
 * Writes the pages of a table by hand, row after row, without a statement to be run for each: that takes a
 * tenth of the time. The rows are numbered from 1. A row that is longer than
 * `longestRow` throws RangeError.
 */
export function tableImage(name: string, columns: readonly string[]): TableImage {
  const full: Written[] = [];
  let page = newPage(leaf);
  let cells = 0;
  let free = pageSize;
  let rows = 0;
  const close = (): void => {
    full.push({ page: endPage(page, cells, free), last: rows });
    [page, cells, free] = [newPage(leaf), 0, pageSize];
  };
  const add = (bytes: Uint8Array, ends: Int32Array): void => {
    const length = ends[ends.length - 1]!;
    let header = 1;
    for (let i = 0; i < ends.length; i++) header += varintSize(typeOf(ends, i));
    const size = varintSize(header + length) + varintSize(rows + 1) + header + length;
    if (length > longestRow) throw new RangeError("a row has to fit on a page");
    if (leafHeader + 2 * (cells + 1) + size > free) close();
    rows += 1;
    free -= size;
    page[leafHeader + 2 * cells] = free >> 8;
    page[leafHeader + 2 * cells + 1] = free & 0xff;
    cells += 1;
    let at = writeVarint(page, writeVarint(page, free, header + length), rows);
    page[at++] = header;
    for (let i = 0; i < ends.length; i++) at = writeVarint(page, at, typeOf(ends, i));
    for (let i = 0; i < length; i++) page[at++] = bytes[i]!;
  };
  return {
    rows: () => rows,
    add,
    file() {
      const written = [...full, { page: endPage(page, cells, free), last: rows }];
      return fileOf(emptyFile(name, columns), written);
    },
  };
}

// SQLite itself writes the first page, which says what the table is, and the second, which is its root.
function emptyFile(name: string, columns: readonly string[]): Buffer {
  const db = openMemory();
  try {
    db.pragma(`page_size = ${pageSize}`);
    db.exec(`CREATE TABLE ${name} (${columns.join(", ")})`);
    return db.serialize();
  } finally {
    db.close();
  }
}

function fileOf(empty: Buffer, leaves: readonly Written[]): Buffer {
  const pages: Buffer[] = [empty.subarray(0, pageSize), empty.subarray(pageSize)];
  const number = ({ page }: Written): number => pages.push(page);
  let level = leaves;
  while (level.length > mostChildren) {
    const parents = Math.ceil(level.length / mostChildren);
    const share = Math.ceil(level.length / parents);
    level = Array.from({ length: parents }, (_, at) => level.slice(at * share, (at + 1) * share)).map(
      (children) => parentOf(children, number),
    );
  }
  pages[1] = level.length === 1 ? level[0]!.page : parentOf(level, number).page;
  const file = Buffer.concat(pages);
  file.writeUInt32BE(pages.length, 28);
  return file;
}

function parentOf(children: readonly Written[], number: (child: Written) => number): Written {
  const page = newPage(interior);
  let free = pageSize;
  children.slice(0, -1).forEach((child, at) => {
    free -= 4 + varintSize(child.last);
    page.writeUInt32BE(number(child), free);
    writeVarint(page, free + 4, child.last);
    page.writeUInt16BE(free, interiorHeader + 2 * at);
  });
  const last = children.at(-1)!;
  page.writeUInt32BE(number(last), 8);
  return { page: endPage(page, children.length - 1, free), last: last.last };
}

function newPage(kind: number): Buffer {
  const page = Buffer.alloc(pageSize);
  page[0] = kind;
  return page;
}

function endPage(page: Buffer, cells: number, free: number): Buffer {
  page.writeUInt16BE(cells, 3);
  page.writeUInt16BE(free, 5);
  return page;
}

function typeOf(ends: Int32Array, column: number): number {
  return 13 + 2 * (ends[column]! - (column === 0 ? 0 : ends[column - 1]!));
}

function varintSize(value: number): number {
  return value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5;
}

function writeVarint(page: Uint8Array, at: number, value: number): number {
  let rest = value;
  const end = at + varintSize(value);
  for (let place = end - 1; place >= at; place--) {
    page[place] = (rest & 0x7f) | (place === end - 1 ? 0 : 0x80);
    rest = Math.floor(rest / 128);
  }
  return end;
}
