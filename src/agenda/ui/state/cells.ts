import { text } from "../words/text.ts";
import { draft, isBlank, type } from "./draft.ts";
import { readFile } from "./importing.ts";

/**
 * Takes what was copied from a spreadsheet: a row of two cells is name and phone where nothing is typed yet,
 * anything else is read as a file and offered for import. False for a text that is no cells.
 */
export function takeCells(pasted: string): boolean {
  // The last cells of a row may be empty, and a row ends in a line break.
  const cells = pasted.trimEnd().split("\t");
  if (cells.length === 1) return false;
  const [name = "", phone = "", ...more] = cells;
  const isOneContact = more.length === 0 && !cells.some((cell) => /[\r\n]/.test(cell));
  if (isOneContact && isBlank(draft.value)) type({ name: name.trim(), phone: phone.trim() });
  else void readFile(new File([pasted], text().pastedCells));
  return true;
}
