import { textOf } from "../text-encoding.ts";

/** Text of protocol 0's `V`: Latin-1, and `\uXXXX` for everything else and for the backslash. */
export function fromRawUnicodeEscape(line: string): string {
  return line.replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (all, short?: string, long?: string) => {
    const code = Number.parseInt(short ?? long!, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "\n": "" };

/** Bytes of protocol 0's `S`: a Python 2 string literal with its quotes; undefined where it is none. */
export function fromStringLiteral(line: string): string | undefined {
  const literal = line.trimEnd();
  const quote = literal[0];
  if (literal.length < 2 || (quote !== "'" && quote !== '"') || literal.at(-1) !== quote) return undefined;
  const latin = literal
    .slice(1, -1)
    .replace(
      /\\x([0-9a-f]{2})|\\([0-7]{1,3})|\\([^])/gi,
      (_, hex?: string, octal?: string, mark?: string) => {
        if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
        if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
        return escapes[mark!] ?? mark!;
      },
    );
  return textOfBytes(Buffer.from(latin, "latin1"));
}

/** Bytes as the text they most likely are: Python 2 had no other strings. */
export function textOfBytes(bytes: Buffer): string {
  return textOf(bytes);
}
