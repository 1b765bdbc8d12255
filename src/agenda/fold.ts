import { latinFold, type LatinFold } from "./fold-latin.ts";

// Letters that Unicode does not take apart into a base letter and an accent.
const whole: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ĸ: "k",
  ŋ: "n",
  ſ: "s",
};
const wholeLetters = new RegExp(`[${Object.keys(whole).join("")}]`, "gu");

let latin: LatinFold | undefined;

const longest = 1_000;
const written = Buffer.alloc(longest * 3);

/** A name as it is searched and sorted: no accents, no capitals, words parted by one space. */
export function fold(name: string): string {
  const end = name.length > longest ? -1 : foldLatin(name, written, 0);
  return end === -1 ? foldAny(name) : written.toString("latin1", 0, end);
}

/** The same for Latin text, written as bytes: gives where they end, or -1 for a text with any other letter. */
export function foldLatin(name: string, bytes: Uint8Array, at: number): number {
  latin ??= latinFold(foldAny);
  return latin(name, bytes, at);
}

/** The same for any script, letter by letter as Unicode has it: the meaning of `fold`, and slower. */
export function foldAny(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(wholeLetters, (letter) => whole[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The digits of a phone as it was typed, those of other scripts included, and nothing else. */
export function digitsOf(phone: string): string {
  // oxlint-disable-next-line eslint/no-control-regex
  if (/^[\x00-\x7f]*$/.test(phone)) return phone.replace(/\D+/g, "");
  return phone
    .normalize("NFKD")
    .replace(/\P{Nd}+/gu, "")
    .replace(/[^0-9]/gu, westernDigit);
}

// Each script's ten digits stand together in Unicode, beginning at its zero.
function westernDigit(digit: string): string {
  let zero = digit.codePointAt(0)!;
  const code = zero;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
