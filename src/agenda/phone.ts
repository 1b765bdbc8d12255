import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from "libphonenumber-js/min";
import { digitsOf } from "./fold.ts";
import { withoutAsides } from "./phone-asides.ts";
import { severalIn } from "./several-phones.ts";

export type Phone = { readonly shown: string; readonly dial: string; readonly questionable: boolean };

/** How a phone is shown and dialled in `country`; what was typed stands where it is unclear. */
export function describePhone(phone: string, country: string): Phone {
  if (phone === "") return { shown: "", dial: "", questionable: false };
  const home = isSupportedCountry(country) ? country : undefined;
  const described = asWritten(phone, home);
  if (!described.questionable) return described;
  for (const other of withoutAsides(phone)) {
    const { shown, dial, questionable } = asWritten(other.phone, home);
    if (!questionable) return { shown: other.isRemark ? phone : shown, dial, questionable };
  }
  return described;
}

function asWritten(phone: string, home: CountryCode | undefined): Phone {
  const several = severalIn(phone, (part) => parse(part, home));
  const spelled = spelt(phone, home);
  if (several?.areAll) return { shown: phone, dial: several.first, questionable: false };
  if (spelled !== null) return { shown: phone, dial: spelled, questionable: false };
  const parsed = parse(phone, home);
  if (!parsed?.isValid()) {
    const dial = several?.first ?? dialled(phone);
    return { shown: phone, dial, questionable: !shortCode.test(phone) };
  }
  if (hasMore(phone, home)) return { shown: phone, dial: parsed.number, questionable: false };
  const shown = parsed.country === home ? parsed.formatNational() : parsed.formatInternational();
  return { shown, dial: parsed.number, questionable: false };
}

const parse = (phone: string, home: CountryCode | undefined) =>
  home ? parsePhoneNumberFromString(phone, home) : parsePhoneNumberFromString(phone);

const keypad = "22233344455566677778889999";

// North America spells numbers ("1-800-FLOWERS"); elsewhere letters beside digits are words.
function spelt(phone: string, home: CountryCode | undefined): string | null {
  if (!/^[+＋]?[\d\s().-]+[A-Z][A-Z\d\s-]*$/.test(phone)) return null;
  const dialled = phone.replace(/[A-Z]/g, (letter) => keypad[letter.charCodeAt(0) - 65]!);
  const parsed = parse(dialled, home);
  return parsed?.countryCallingCode === "1" && parsed.isValid() ? parsed.number : null;
}

// 112, 1004, and the extensions of a switchboard: each network has its own, and no list tells which there are.
const shortCode = /^\d{3,6}$/;

// No number in the world has more digits, and where words stand in it nobody knows which of them are one. What has a star
// or a hash is a command to a telephone, and not to be clicked.
function dialled(phone: string): string {
  const digits = digitsOf(phone);
  if (digits.length > 15 || /[*#\p{L}]/u.test(phone)) return "";
  return digits !== "" && /^[\s\p{Cf}(]*[+＋]/u.test(phone) ? `+${digits}` : digits;
}

// Words beside a number ("home 600 111 222") are the user's own, and its national form would hide them.
function hasMore(phone: string, home: CountryCode | undefined): boolean {
  if (!/\p{L}/u.test(phone) || /^tel:/i.test(phone)) return false;
  const strict = { extract: false, ...(home ? { defaultCountry: home } : {}) };
  return !parsePhoneNumberFromString(phone, strict)?.isValid();
}

/**
 * A search without the code (+34, 0034) that a telephone puts before numbers of `country` itself, where digits follow:
 * most are kept without, and who is kept with it has the other digits too. So with the 0 that its people put before five
 * digits and more, as the list shows a number that is kept with the code. Where all of the search is a number with the code but
 * without its plus, as some telephones show who calls, that goes too.
 */
export function withoutHomeCode(search: string, country: string): string {
  const code = callingCode(country);
  if (code === "") return search;
  const called = nationalOf(search, code, country);
  if (called !== null) return called;
  const coded = String.raw`(?:\+|00)${code}(?=[\s\p{Cf}().-]*\d)`;
  const zero = String.raw`0(?=[\s).-]*[1-9](?:[\s().-]*\d){3})`;
  const plus = String.raw`00(?=[\s).-]*[1-9](?:[\s().-]*\d){5})`;
  const before = [
    coded,
    ...(isDialledWithZero(country) ? [zero] : []),
    ...(dialsZeroZero(country) ? [plus] : []),
  ].join("|");
  return search.replaceAll(new RegExp(String.raw`(?<![^\s\p{Cf}(])(?:${before})`, "gu"), "");
}

// Null for a search that is anything but a whole number of the country, with its code and nothing before it.
function nationalOf(search: string, code: string, country: string): string | null {
  const typed = search.trim();
  if (!typed.startsWith(code) || !/^[\d\s().-]{8,}$/.test(typed) || !isSupportedCountry(country)) return null;
  const national = digitsOf(typed).slice(code.length);
  const coded = parsePhoneNumberFromString(`+${code}${national}`);
  return coded?.isValid() && coded.nationalNumber === national ? national : null;
}

// Whether it takes a 0 off a number that could be one of any country's.
function isDialledWithZero(country: string): boolean {
  return (
    isSupportedCountry(country) &&
    parsePhoneNumberFromString("0222222222", country)?.nationalNumber === "222222222"
  );
}

/** Whether a country dials 00 for the plus of another's numbers, as most do. */
export function dialsZeroZero(country: string): boolean {
  const abroad = country === "FR" ? "34600111222" : "33612345678";
  return (
    isSupportedCountry(country) && parsePhoneNumberFromString(`00${abroad}`, country)?.number === `+${abroad}`
  );
}

/** The code that goes before numbers of `country` from abroad, without its plus; "" where there is no such country. */
export function callingCode(country: string): string {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : "";
}

/** The country whose numbers are written without a prefix: the locale's, "" where it names none. */
export function localeCountry(locale: string): CountryCode | "" {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  return isSupportedCountry(region) ? region : "";
}
