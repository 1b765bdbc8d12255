import { digitsOf, fold, foldLatin } from "../fold.ts";

// One sign becomes up to 33 bytes when it is folded.
const longest = 1_000;
const bytes = Buffer.alloc(longest * (33 + 3 * 3));
const ends = new Int32Array(4);

/**
 * A contact as it is stored, in UTF-8: name, phone, folded name and digits, one behind another, and where each
 * ends. A million of them would be four million strings; so there is one, and it holds the last contact.
 */
export type ContactBytes = { readonly bytes: Buffer; readonly ends: Int32Array };

/** Writes a contact; `ContactBytes` of earlier ones change with it. Throws RangeError where it is too long. */
export function contactBytes(name: string, phone: string): ContactBytes {
  if (name.length > longest || phone.length > longest) throw new RangeError("longer than any contact");
  ends[0] = writeText(name, 0);
  ends[1] = writeText(phone, ends[0]);
  ends[2] = writeFolded(name, ends[1]);
  ends[3] = writeDigits(phone, ends[2]);
  return { bytes, ends };
}

/** One of the four texts of a contact. */
export function textAt(contact: ContactBytes, column: 0 | 1 | 2 | 3): string {
  const from = column === 0 ? 0 : contact.ends[column - 1];
  return contact.bytes.toString("utf8", from, contact.ends[column]);
}

// Most are ASCII and short: then a loop is faster than a call.
function writeText(text: string, at: number): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return at + bytes.write(text, at);
    bytes[at + i] = code;
  }
  return at + text.length;
}

function writeFolded(name: string, at: number): number {
  const end = foldLatin(name, bytes, at);
  return end === -1 ? at + bytes.write(fold(name), at) : end;
}

function writeDigits(phone: string, at: number): number {
  let end = at;
  for (let i = 0; i < phone.length; i++) {
    const code = phone.charCodeAt(i);
    if (code > 0x7f) return at + bytes.write(digitsOf(phone), at);
    if (code >= 0x30 && code <= 0x39) bytes[end++] = code;
  }
  return end;
}
