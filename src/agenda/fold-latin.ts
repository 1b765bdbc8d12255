/** How a fold of single letters is done fast for Latin text; undefined for text with any other letter in it. */
export type LatinFold = (name: string) => string | undefined;

// Basic Latin to Latin Extended-B: all letters of the languages that are written with them.
const last = 0x24f;
const longest = 1_000;
const space = 0x20;

/**
 * Makes a table of what `fold` does to each Latin letter, and folds by it: five times as fast, which is felt
 * when a million contacts are imported. Letters whose fold is neither blank nor one or two ASCII letters are
 * left to `fold`.
 */
export function latinFold(fold: (name: string) => string): LatinFold {
  const folded = Array.from({ length: last + 1 }, (_, code) => fold(String.fromCharCode(code)));
  const lengths = Int8Array.from(folded, (text) => (/^[a-z0-9]{0,2}$/.test(text) ? text.length : -1));
  const letters = Uint8Array.from(
    folded.flatMap((text) => [text.charCodeAt(0) || space, text.charCodeAt(1) || space]),
  );
  const written = Buffer.alloc(longest * 3);
  return (name) => {
    if (name.length > longest) return undefined;
    let end = 0;
    let gap = false;
    for (let i = 0; i < name.length; i++) {
      const code = name.charCodeAt(i);
      const length = code > last ? -1 : lengths[code]!;
      if (length === -1) return undefined;
      if (length === 0) gap = end > 0;
      else {
        if (gap) written[end++] = space;
        gap = false;
        written[end++] = letters[2 * code]!;
        if (length === 2) written[end++] = letters[2 * code + 1]!;
      }
    }
    return written.toString("latin1", 0, end);
  };
}
