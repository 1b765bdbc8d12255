import type { ContactFields } from "../../api-types.ts";
import { text } from "../words/text.ts";
import { draft, isBlank, type } from "./draft.ts";
import { readFile } from "./importing.ts";
import { readPasted } from "./pasted.ts";

/**
 * Takes what is pasted into the form: name and phone fill it where nothing is typed yet, several contacts are read as a
 * file and offered for import. False for what is left to the field, as words, and as a phone that says whose it is.
 */
export function takeCells(pasted: string, into: "name" | "phone"): boolean {
  const read = readPasted(pasted);
  if (!read) return false;
  const isCells = pasted.trimEnd().includes("\t");
  if (read.kind === "card") void readFile(new File([pasted], text().pastedCard));
  else if (read.kind === "table") void readFile(new File([read.text], text().pastedCells));
  else if (isBlank(draft.value)) {
    if (into === "phone" && !isCells) return false;
    fill(read.fields, pasted);
  } else if (isCells) void readFile(new File([pasted], text().pastedCells));
  else return false;
  return true;
}

/** What a paste has filled the form with, and what it is taken back to, step by step. */
let steps: readonly ContactFields[] = [];

function fill(fields: ContactFields, pasted: string): void {
  const inOneLine = pasted.trim().replace(/\s+/g, " ");
  steps = [fields, { name: inOneLine, phone: "" }, { name: "", phone: "" }];
  type(fields);
}

/**
 * Takes back what a paste has filled the form with, since no field can: first all of it is in the name, as if it had not
 * been understood, then nothing. Null where that is not what the form shows.
 */
export function takeBackCells(): (() => void) | null {
  const [now, before] = steps;
  const { name, phone } = draft.value;
  if (!before || now?.name !== name || now.phone !== phone) return null;
  return () => {
    steps = steps.slice(1);
    type(before);
  };
}
