import { isUtf8 } from "node:buffer";

type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Which encoding a text file is in: its byte order mark, else zero bytes in every other place (UTF-16 from
 * programs that write no mark), else UTF-8 where every byte fits it, else Windows-1252, which is what Excel in
 * Spanish saves.
 */
function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  return wideEncodingOf(bytes) ?? (isUtf8(bytes) ? "utf-8" : "windows-1252");
}

/** The text of a file, without its byte order mark. Bytes that mean nothing become U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/**
 * The text of a vCard file. Many programs fold its lines by bytes, in the middle of a letter; such a letter is made
 * whole first, since one that is broken would have the whole file taken for Windows-1252.
 */
export function cardTextOf(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return textOf(bytes);
  const whole = Buffer.from(bytes)
    .toString("latin1")
    .replace(/(?<=[\x80-\xff])\r?\n[ \t](?=[\x80-\xbf])/g, "");
  const mended = Buffer.from(whole, "latin1");
  return textOf(isUtf8(mended) ? mended : bytes);
}

// Latin text in UTF-16 has a zero in nearly every pair; in any other encoding a zero byte is a rarity.
function wideEncodingOf(bytes: Uint8Array): TextEncoding | undefined {
  const sample = bytes.subarray(0, 1_000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const most = (sample.length >> 1) * 0.6;
  if (sample.length < 4 || (even <= most && odd <= most)) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}
