const shape =
  /^[\s'(+＋]*\p{Nd}[\p{Nd}\s().\-‐-―/+*#]*(?:[\s;,]*(?:ext|x|extension|extensión)[\s.:]*\p{Nd}+)?\s*$/iu;
const date = /^\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\s*$/;

/** Whether a cell looks like a whole number, and not like an extension, an age or a count: 6 digits at least. */
export function isWholeNumber(cell: string): boolean {
  return isPhoneLike(cell) && cell.replace(/\P{Nd}/gu, "").length >= 6;
}

/** Whether a cell looks like a phone rather than a name, a date or a small number: 3 to 20 digits and signs. */
export function isPhoneLike(cell: string): boolean {
  if (cell.length > 40 || !shape.test(cell) || date.test(cell)) return false;
  const digits = cell.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= 3 && digits <= 20;
}

/** Whether seven figures stand in a cell with nothing but signs between them, whatever else it says. */
export function mayHoldPhone(cell: string): boolean {
  return /\p{Nd}(?:[\s().-]*\p{Nd}){6}/u.test(cell.slice(0, 100)) && !date.test(cell);
}

/** Whether a cell looks like what is dialled before a phone: +34, 0034, (91). */
export function isDialled(cell: string): boolean {
  return /^\s*\(?\+?\d{1,5}\)?\s*$/.test(cell);
}
