import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openBytes } from "../../src/sqlite/open.ts";
import { longestRow, tableImage } from "../../src/sqlite/table-image.ts";

type Row = readonly [string, string];

/** The rows as SQLite reads them from the image, after it has found nothing wrong with it. */
function readBack(rows: Iterable<Row>): Row[] {
  const image = tableImage("some", ["a", "b"]);
  for (const [a, b] of rows) {
    const [first, second] = [Buffer.from(a), Buffer.from(b)];
    image.add(Buffer.concat([first, second]), Int32Array.of(first.length, first.length + second.length));
  }
  const db = openBytes(image.file());
  try {
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    const read = db.prepare("SELECT rowid, a, b FROM some ORDER BY rowid").raw().all() as [number, ...Row][];
    expect(read.every(([row], at) => row === at + 1)).toBe(true);
    expect(image.rows()).toBe(read.length);
    return read.map(([, a, b]) => [a, b]);
  } finally {
    db.close();
  }
}

test("SQLite reads every row of a table image, whatever its texts", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.integer({ min: 55, max: 130 }).map((length) => "é".repeat(length)),
    fc.integer({ min: 0, max: 4_000 }).map((length) => "a".repeat(length)),
  );
  const wellFormed = text.map((some) => some.toWellFormed());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(wellFormed, wellFormed), { maxLength: 60 }),
      (rows) => void expect(readBack(rows)).toEqual(rows),
    ),
    { numRuns: 60 },
  );
});

test("A table image has room for the longest row and for none that is longer", () => {
  expect(readBack([["a".repeat(longestRow), ""]])[0]![0]).toHaveLength(longestRow);
  expect(() => readBack([["a".repeat(longestRow), "b"]])).toThrow(RangeError);
});

test("A table image of many pages has a tree above them", () => {
  const long = "x".repeat(longestRow - 10);
  for (const count of [1_489, 1_490, 3_100]) {
    const rows = Array.from({ length: count }, (_, at): Row => [long, String(at)]);
    expect(readBack(rows).map(([, at]) => at)).toEqual(rows.map(([, at]) => at));
  }
});
