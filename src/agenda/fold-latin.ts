// Basic Latin to Latin Extended-B: all letters of the languages that are written with them.
const last = 0x24f;
const space = 0x20;

/**
 * Folds Latin text letter by letter: writes the fold's bytes at `at` and gives where they end, or -1 for a text
 * with any other letter in it.
 */
export type LatinFold = (name: string, bytes: Uint8Array, at: number) => number;

/**
 * Makes a table of what `fold` does to each Latin letter, and folds by it: five times as fast, which is felt
 * when a million contacts are imported. Letters whose fold is neither blank nor one or two ASCII letters are
 * left to `fold`.
 */
export function latinFold(fold: (name: string) => string): LatinFold {
  // Between two others, so that a blank that comes with a letter is seen: Ŀ is l·, and its point a blank.
  const folded = Array.from({ length: last + 1 }, (_, code) =>
    fold(`a${String.fromCharCode(code)}a`).slice(1, -1),
  );
  const lengths = Int8Array.from(folded, (text) =>
    text === " " ? 0 : /^[a-z0-9]{1,2}$/.test(text) ? text.length : -1,
  );
  const letters = Uint8Array.from(folded.flatMap((text) => [text.charCodeAt(0), text.charCodeAt(1)]));
  return (name, bytes, at) => {
    let end = at;
    let gap = false;
    for (let i = 0; i < name.length; i++) {
      const code = name.charCodeAt(i);
      const length = code > last ? -1 : lengths[code]!;
      if (length === -1) return -1;
      if (length === 0) gap = end > at;
      else {
        if (gap) bytes[end++] = space;
        gap = false;
        bytes[end++] = letters[2 * code]!;
        if (length === 2) bytes[end++] = letters[2 * code + 1]!;
      }
    }
    return end;
  };
}
