import type { ContactFields } from "../api-types.ts";
import { isWholeNumber } from "./phone-like.ts";

const aPhone = String.raw`(?:tels?|tlfn?o?|tfn?o?|telf|tel[eéè]f(?:on[oe]?s?)?|(?:tele)?phone)`;
const itsPlace = String.raw`(?:m[oóò][bv]il|cel(?:ular|l)?|fijo|casa|trabajo|oficina|whatsapp|mobile|home|work)`;
// What says of the number behind it that it is a phone, or which. "Ana Móvil" is a name all the same.
const label = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${aPhone}\s*[.:]*|${itsPlace}\s*[.:]+)\s*$`, "iu");

const numberAtEnd = /(?<![^\s,;:])[+＋(\p{Nd}][\p{Nd}\s().\-‐-―/+]*$/u;
// No line has a longer number, and a look at all of a very long one would take long.
const longest = 40;
// So many digits are a phone without what stands before them: "Bar 2000 600 123 123".
const whole = 9;

/** The name and, at its end, the phone in a line as people write it: "Juan Pérez: 600 123 123". null where it is not plain. */
export function nameAndPhone(line: string): ContactFields | null {
  const [numbers] = numberAtEnd.exec(line.slice(-longest)) ?? [];
  if (numbers === undefined) return null;
  const phone = numbers.slice(beginOf(numbers));
  const before = line.slice(0, line.length - phone.length);
  // As under a name in a line of its own, what the number is stays with it.
  const said = label.exec(before.slice(-longest))?.[0] ?? "";
  const name = before.slice(0, before.length - said.length).replace(/[\s,;:·|‐-―-]+$/u, "");
  const isPlain = digits(numbers) - digits(phone) < 6 && isWholeNumber(phone);
  return isPlain && /\p{L}/u.test(name) ? { name, phone: (said + phone).trim() } : null;
}

// Where the phone begins among the numbers at the end of a line: at its plus, else where it is long enough.
function beginOf(numbers: string): number {
  if (numbers.includes("/")) return 0;
  const begins = [...numbers.matchAll(/(?<!\S)\S/g)].map(({ index }) => index);
  const isCoded = (begin: number) => /^\(?[+＋]/u.test(numbers.slice(begin));
  const isLong = (begin: number) => digits(numbers.slice(begin)) >= whole;
  const long = begins.findLast(isLong) ?? 0;
  // A code of its own may stand before a phone that is long enough without.
  const code = begins.findLast((begin) => begin < long && /^00[1-9]/.test(numbers.slice(begin)));
  return begins.findLast(isCoded) ?? code ?? long;
}

const digits = (text: string) => text.replace(/\P{Nd}+/gu, "").length;
