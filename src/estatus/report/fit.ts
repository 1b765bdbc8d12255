/** The columns of a terminal that a report keeps to. */
export const WIDTH = 80;

// Latin letters, the marks of a sentence and the blocks of a bar: nearly every line is of these, and one look is enough.
const plain = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u2580-\u259f]*$/;

/** How many columns of a terminal `text` takes. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

// Inside a function, because to make patterns of whole scripts takes a millisecond, which hardly any report needs.
function columnsOf(character: string): 0 | 1 | 2 {
  if (/\p{Mark}/u.test(character)) return 0;
  const wide =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
  return wide.test(character) ? 2 : 1;
}

/** `text` with spaces after it, up to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/**
 * `text` broken at spaces into lines of at most 80 columns, each begun with `indent`; long words are
 * cut. No-break spaces hold together and come out as plain ones.
 */
export function wrap(text: string, indent = ""): string[] {
  const room = WIDTH - indent.length;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((word) => piecesOf(word, room))) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > room) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(indent + line);
  return lines.map((one) => one.replaceAll("\u00a0", " "));
}

function piecesOf(word: string, room: number): string[] {
  if (widthOf(word) <= room) return [word];
  const pieces: string[] = [""];
  for (const character of word) {
    if (widthOf(pieces.at(-1)! + character) > room) pieces.push("");
    pieces[pieces.length - 1] += character;
  }
  return pieces;
}
