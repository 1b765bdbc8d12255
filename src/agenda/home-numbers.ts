import { digitsOf } from "./fold.ts";
import { callingCode, dialsZeroZero } from "./phone.ts";

/** What one number of a country has in common however it is written: +34 600 111 222, 0034600111222, 600 111 222. */
export type HomeNumbers = {
  /** How many of a phone's first digits say nothing about whose it is: the country's code, a 0 before the area's, a plus as 00. */
  readonly idle: (phone: string) => number;
  /** The digits after those. */
  readonly telling: (phone: string) => string;
  /** All digits that a phone with these telling ones can have. */
  readonly written: (telling: string) => string[];
};

// With fewer digits behind it, a code or a 0 may be a part of the number: of an extension, of 010.
const shortest = 6;
// So many digits a number has at least with the code of its country.
const shortestAbroad = 8;

const isAbroad = new RegExp(String.raw`^00[1-9]\d{${shortestAbroad - 1},}$`);

/** The numbers of a country, "" for none: then all digits tell. */
export function homeNumbers(country: string): HomeNumbers {
  const code = callingCode(country);
  const hasZeroZero = dialsZeroZero(country);
  const idle = (phone: string): number => {
    if (code === "" || isPlain(phone, code)) return 0;
    const digits = digitsOf(phone);
    let from = codeIn(phone, digits, code);
    if (from === 0 && hasZeroZero && isAbroad.test(digits)) return 2;
    if (digits[from] === "0") from += 1;
    return digits.length - from < shortest ? 0 : from;
  };
  const starts = ["", "0", "00", ...[code, `00${code}`].flatMap((start) => [start, `${start}0`])];
  return {
    idle,
    telling: (phone) => digitsOf(phone).slice(idle(phone)),
    written: (telling) => (code === "" ? [telling] : starts.map((start) => start + telling)),
  };
}

// Most of a million begin with the first digit of their own: those need no second look.
function isPlain(phone: string, code: string): boolean {
  const first = phone.charCodeAt(0);
  return first > 0x30 && first <= 0x39 && (code !== "1" || first !== 0x31);
}

// How many digits the code takes. North America also writes its 1 without a plus, before ten digits.
function codeIn(phone: string, digits: string, code: string): number {
  if (digits.startsWith(`00${code}`)) return code.length + 2;
  const said = /^[^\p{Nd}]*[+＋]/u.test(phone) || (code === "1" && digits.length === 11);
  return said && digits.startsWith(code) ? code.length : 0;
}
