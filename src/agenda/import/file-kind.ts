import path from "node:path";
import type { FileKind } from "./reading.ts";
import { textOf } from "./text-encoding.ts";

const extensions: Readonly<Record<string, FileKind>> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".txt": "csv",
  ".vcf": "vcf",
  ".vcard": "vcf",
  ".pickle": "pickle",
  ".pkl": "pickle",
  ".p": "pickle",
};

/** What a file's name says it is; undefined for a name that says nothing. */
export function kindByName(file: string): FileKind | undefined {
  return extensions[path.extname(file).toLowerCase()];
}

/** What a file's first bytes show beyond doubt; undefined for anything that could be something else. */
export function kindByContent(bytes: Uint8Array): FileKind | undefined {
  if (bytes[0] === 0x80 && bytes[1]! <= 5) return "pickle";
  return /^\s*BEGIN:VCARD\s/i.test(textOf(bytes.subarray(0, 4_096))) ? "vcf" : undefined;
}

// What every .zip, and every file of Office before 2007, begins with.
const [packed, oldOffice] = ["504b0304", "d0cf11e0"];

/** Whether it is a workbook of a spreadsheet (.xlsx, .ods, .xls) or packed like one, whatever its name says. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const first = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return first === packed || first === oldOffice;
}

const ofWorkbook = ["[Content_Types].xml", "opendocument", "xl/", "Index/"];

/** Whether it is a packed folder whose files have names, none of which is a workbook's: contacts as a phone sends them. */
export function isArchive(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString("hex", 0, 4) !== packed || file.length < 31 || file.readUInt16LE(26) === 0) return false;
  // The names stand before each file and, once more, at the end.
  const parts = [file.subarray(0, 4_096), file.subarray(-65_536)];
  return !parts.some((part) => ofWorkbook.some((name) => part.includes(name)));
}

/** Whether a text begins as a web page, an XML file, a PDF or an RTF does. */
export function isDocument(head: string): boolean {
  return /^\s*(?:<(?:!doctype|\?xml|html|head|body|meta|table|div|script)\b|<!--|%PDF-|\{\\rtf)/i.test(head);
}

/** Whether one character in fifty or more is one that stands in no text, as in pictures, programs and what is enciphered. */
export function isNoText(head: string): boolean {
  const strange = [...head].filter(isStrange).length;
  return strange >= 3 && strange * 50 >= head.length;
}

// Of the signs that nothing shows, texts hold white space, and 1A, with which old programs end a file.
function isStrange(sign: string): boolean {
  const code = sign.codePointAt(0)!;
  return code === 0xfffd || (code < 0x20 && code !== 0x1a && !/\s/.test(sign));
}

/** What a file without a telling name may be: protocols 0 and 1 have no mark, but begin and end alike. */
export function kindByLikeness(bytes: Uint8Array): FileKind | undefined {
  const ends =
    Buffer.from(bytes.subarray(0, 2)).toString("latin1") + Buffer.from(bytes.subarray(-1)).toString("latin1");
  return /^(?:\([ldtc(iVU]|\]|\}|cc|c_)[^]*\.$/.test(ends) ? "pickle" : undefined;
}
