import { isMet, ratioOf, type Row } from "./row.ts";

const HEADINGS = ["what", "ours", "peer", "", "ratio", "goal", ""];

/** The table of one group, as plain text. */
export function table(name: string, rows: readonly Row[], judge: boolean): string {
  const cells = [HEADINGS, ...rows.map((row) => cellsOf(row, judge))];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const numeric = new Set([1, 2, 4]);
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        numeric.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join("  ")
      .trimEnd(),
  );
  const notes = rows.flatMap((row) => (row.note ? [`  ${row.what}: ${row.note}`] : []));
  return [`\n${name}`, ...lines, ...notes].join("\n");
}

function cellsOf(row: Row, judge: boolean): string[] {
  const ratio = ratioOf(row);
  const met = isMet(row);
  const goal =
    row.goal === undefined
      ? ""
      : `≤ ${figure(row.goal.atMost)}${row.goal.of === "ratio" ? " ×" : ` ${row.unit}`}`;
  return [
    row.what,
    `${figure(row.ours)} ${row.unit}`,
    row.peer === undefined ? "" : `${figure(row.peer.value)} ${row.unit}`,
    row.peer?.name ?? "",
    ratio === null ? "" : `${ratio.toFixed(2)} ×`,
    goal,
    met === null || !judge ? "" : met ? "met" : "MISSED",
  ];
}

function figure(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
