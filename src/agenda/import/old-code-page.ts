/**
 * A code page from before Windows, as far as names in Spanish and its neighbours need it. `telling` are bytes that stand
 * between two letters in no text in Windows-1252, where they are signs such as ¤ and ‡, or capitals.
 */
type CodePage = { readonly letters: ReadonlyMap<number, string>; readonly telling: ReadonlySet<number> };

const page = (letters: string, bytes: string, telling: string): CodePage => {
  const codes = [...Buffer.from(bytes, "hex")];
  return {
    letters: new Map(codes.map((code, at) => [code, letters[at]!])),
    telling: new Set(Buffer.from(telling, "hex")),
  };
};

const letters = "áéíóúüñÁÉÍÓÚÜÑàèòçÇªº¿¡·";
const pages = [
  // CP850, of MS-DOS in Western Europe. A no-break space (á here) and µ may stand between letters.
  page(letters, "a082a1a2a381a4b590d6e0e99aa5858a958780a6a7a8adfa", "82a1a2a381a490a5"),
  // MacRoman. Dashes and the apostrophe (ñ, ó, í here) may stand between letters.
  page(letters, "878e92979c9f96e783eaeef28684888f988d82bbbcc0c1e1", "878e9f8384"),
];

/** The text of a file in one of the old code pages; null where it is not beyond doubt that it is in one, and in which. */
export function oldText(bytes: Uint8Array): string | null {
  const fitting = pages.filter((each) => fits(bytes, each));
  if (fitting.length !== 1) return null;
  const { letters } = fitting[0]!;
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\xff]/g, (each) => letters.get(each.charCodeAt(0))!);
}

// Whether each byte that is no ASCII is a letter there, and one of them tells.
function fits(bytes: Uint8Array, { letters, telling }: CodePage): boolean {
  let tells = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    if (!letters.has(byte)) return false;
    tells ||= telling.has(byte) && isSmallLetter(bytes[at - 1]) && isSmallLetter(bytes[at + 1]);
  }
  return tells;
}

const isSmallLetter = (byte = 0) => byte >= 0x61 && byte <= 0x7a;
