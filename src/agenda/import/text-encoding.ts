import { isAscii, isUtf8 } from "node:buffer";
import { oldText } from "./old-code-page.ts";

type Wide = "utf-16le" | "utf-16be";

/**
 * The text of a file, without its byte order mark: UTF-16 by its mark or by zero bytes in every other place (from programs
 * that write no mark), else UTF-8 where every byte fits it, else Windows-1252, which is what Excel in Spanish saves, or one
 * of the older code pages where it can be nothing else. Bytes that mean nothing become U+FFFD.
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, "utf-16be");
  const wide = wideEncodingOf(bytes);
  if (wide) return decoded(bytes, wide);
  return isUtf8(bytes)
    ? decoded(bytes, "utf-8")
    : (lineByLine(bytes) ?? oldText(bytes) ?? decoded(bytes, latin));
}

const latin = "windows-1252";
const decoded = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

type Run = { readonly from: number; readonly encoding: string };

/**
 * The text of a UTF-8 file into which some lines came from elsewhere, in Windows-1252: these alone are read as such. Null
 * where more lines are no UTF-8 than are: what seems to be some there is chance.
 */
function lineByLine(bytes: Uint8Array): string | null {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  // Old Macintosh programs end lines with CR alone.
  const ending = bytes.includes(0x0a) ? 0x0a : 0x0d;
  const runs: Run[] = [{ from: 0, encoding: "utf-8" }];
  const lines = { "utf-8": 0, [latin]: 0 };
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(ending, from);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(from, end);
    if (!isAscii(line)) {
      const encoding = isUtf8(line) ? "utf-8" : latin;
      lines[encoding] += 1;
      if (runs.at(-1)!.encoding !== encoding) runs.push({ from, encoding });
    }
    from = end;
  }
  if (!isMarked && lines[latin] > lines["utf-8"]) return null;
  return runs
    .map(({ from, encoding }, at) => decoded(bytes.subarray(from, runs[at + 1]?.from), encoding))
    .join("");
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
function wideEncodingOf(bytes: Uint8Array): Wide | undefined {
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
