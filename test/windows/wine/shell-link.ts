/** What a shortcut starts. */
export type Shortcut = { readonly folder: string; readonly arguments: string; readonly target: string };

// The flags of a header, in the order in which what they announce follows it ([MS-SHLLINK] 2.1.1).
const [HAS_IDS, HAS_PLACE] = [1 << 0, 1 << 1];
const TEXTS = [1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6];
const HEADER = 0x4c;

/** Reads a `.lnk` file. The target is the path in its LinkInfo, where it says one. */
export function readShortcut(bytes: Buffer): Shortcut {
  if (bytes.readUInt32LE(0) !== HEADER) throw new Error("this is no shortcut");
  const flags = bytes.readUInt32LE(0x14);
  let at = HEADER;
  if (flags & HAS_IDS) at += 2 + bytes.readUInt16LE(at);
  let target = "";
  if (flags & HAS_PLACE) {
    target = placeOf(bytes.subarray(at));
    at += bytes.readUInt32LE(at);
  }
  const texts = TEXTS.map((flag) => {
    if (!(flags & flag)) return "";
    const length = bytes.readUInt16LE(at) * 2;
    const text = bytes.toString("utf16le", at + 2, at + 2 + length);
    at += 2 + length;
    // Wine counts the end of the text in.
    return text.replace(/\0$/, "");
  });
  const [, , folder, words] = texts;
  return { target, folder: folder!, arguments: words! };
}

// With a longer header the path comes as UTF-16 too, which keeps its accents.
function placeOf(info: Buffer): string {
  const wide = info.readUInt32LE(4) >= 0x24;
  const from = info.readUInt32LE(wide ? 0x1c : 0x10);
  const rest = info.subarray(from);
  if (!wide) return rest.toString("latin1", 0, rest.indexOf(0));
  const text = rest.toString("utf16le");
  return text.slice(0, text.indexOf("\0"));
}
