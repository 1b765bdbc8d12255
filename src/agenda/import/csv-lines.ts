import type { Columns } from "./csv-columns.ts";
import type { Contacts } from "./csv-rows.ts";
import { nameAndPhone } from "./name-and-phone.ts";
import { isPhoneLike } from "./phone-like.ts";

/** Whether the rows are lines in one column, most with a name and a phone in them: a list as people type it. */
export function areLines(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const isOne = filled.every((cells) => cells.slice(1).every((cell) => cell.trim() === ""));
  return isOne && filled.filter(([line = ""]) => nameAndPhone(line.trim())).length * 2 > filled.length;
}

/** What such lines are read as: both the name and the phone. */
export const columnsOfLines = (columns: Columns): Columns => ({
  ...columns,
  full: [0],
  parts: [],
  phones: [{ at: 0 }],
  instead: [],
});

/** Reads such lines, behind their headings; one without a phone is a name, and one that is a phone is that. */
export function contactsInLines({ above }: Columns): Contacts {
  return ({ row, cells }, found) => {
    const line = cells[0]?.trim() ?? "";
    if (line === "" || row <= above) return undefined;
    const alone = isPhoneLike(line) ? { name: "", phone: line } : { name: line, phone: "" };
    found.push({ row, ...(nameAndPhone(line) ?? alone) });
    return undefined;
  };
}
