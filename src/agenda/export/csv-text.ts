import { guarded, ourHeadings } from "../exchange/formula-guard.ts";

export type Exported = { readonly name: string; readonly phone: string };

/** The first line of our CSV. The byte order mark is how Excel knows UTF-8. */
export function csvHead(delimiter: string): string {
  return `\uFEFF${ourHeadings.join(delimiter)}\r\n`;
}

/** One contact as a line of our CSV, its cells guarded against being run. */
export function csvLine({ name, phone }: Exported, delimiter: string): string {
  return `${cell(name)}${delimiter}${cell(phone)}${delimiter}\r\n`;
}

/** What parts the cells where `locale` is used: Excel takes ";" wherever the comma is the decimal mark. */
export function delimiterFor(locale: string): string {
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === "decimal");
  return decimal?.value === "," ? ";" : ",";
}

// Anything but letters, digits and these few signs is quoted, so that no spreadsheet set to another delimiter
// begins a new cell, and with it a formula, in the middle of a name.
function cell(value: string): string {
  const text = guarded(value);
  return /^[\p{L}\p{M}\p{N} .'+()/-]*$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}
