import type { Role } from "./heading-words.ts";
import { entriesOf, isScalar, roleOfEntry, scalarText, valuesByRole } from "./pickle-fields.ts";
import { entry, ofNames, personIn, type Entry, type Fields } from "./pickle-person.ts";
import { isBox, type Box, type Value } from "./pickle/values.ts";

type Row = string | undefined;

// A file can say in a few bytes that ten thousand columns are one and the same million of cells.
const mostCells = 10_000_000;

/**
 * The contacts of a table that is kept column by column, each a list or a dict by the number of the row; undefined where
 * the fields are no such.
 */
export function rowsUnder(fields: Fields): Entry[] | undefined {
  const columns = fields.flatMap(([key, value]) =>
    isBox(value) ? [{ key, value, role: roleOfEntry(key, value) }] : [],
  );
  const first = columns.find(({ role }) => isOfName(role))?.value;
  if (!first || columns.every(({ role }) => role !== "phone")) return undefined;
  const rows = first.kind === "dict" ? entriesOf(first).map(([row]) => scalarText(row)) : undefined;
  const height = rows?.length ?? first.items.length;
  if (height === 0 || height * columns.length > mostCells) return undefined;
  const read = columns.map((column) => ({ ...column, cells: cellsOf(column.value, height, rows) }));
  if (read.some(({ role, cells }) => !cells && (role === "phone" || isOfName(role)))) return undefined;
  return Array.from({ length: height }, (_, row) => {
    const person = read.flatMap(({ key, cells }): [Value, Value][] => (cells ? [[key, cells[row]!]] : []));
    return personIn(person, valuesByRole(person)) ?? entry("", []);
  });
}

const isOfName = (role: Role | undefined) => role !== undefined && ofNames.includes(role);

/** The cells of a column of this height, in the order of the rows; undefined where it is something else. */
function cellsOf(column: Box, height: number, rows?: readonly Row[]): readonly Value[] | undefined {
  const cells = rows ? inOrder(column, height, rows) : column.kind === "dict" ? [] : column.items;
  return cells.length === height && cells.every(isScalar) ? cells : undefined;
}

function inOrder(column: Box, height: number, rows: readonly Row[]): Value[] {
  const entries = column.kind === "dict" ? entriesOf(column) : [];
  if (entries.length !== height) return [];
  const byRow = new Map(entries.map(([row, cell]) => [scalarText(row), cell]));
  return rows.flatMap((row) => byRow.get(row) ?? (byRow.has(row) ? null : []));
}
