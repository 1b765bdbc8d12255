// What a spreadsheet may take for an amount, and write with fewer digits: 3,46E+10.
const scientific = /^\d(?:[.,]\d+)?E\+?\d+$/i;

// What a spreadsheet may take for a formula at the start of a cell, the full-width forms that some of them
// turn into plain ones included. White space and invisible characters before it are passed over by some.
const dangerous = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\s\p{Cc}\p{Cf}]|^'/u;

/**
 * A cell that no spreadsheet runs: an apostrophe goes before whatever could begin a formula, `+34 …` included, or
 * would come back as another number.
 * A cell that begins with an apostrophe gets one too, so that `unguarded` always gives back what went in.
 */
export function guarded(cell: string): string {
  return dangerous.test(cell) || scientific.test(cell) ? `'${cell}` : cell;
}

/** What `guarded` was given. Only for files that Agenda marked as its own: elsewhere an apostrophe is a name's. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

/** Whether a spreadsheet made this of a longer number: a cell of ours that looks like it was guarded. */
export function isRounded(cell: string): boolean {
  return scientific.test(cell);
}

/** The headings of our own CSV. The third marks the file as Agenda's: its cells are guarded, and exact. */
export const ourHeadings = ["Name", "Phone", "Agenda 1"] as const;
