import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from "libphonenumber-js/min";
import { digitsOf } from "./fold.ts";

export type Phone = { readonly shown: string; readonly dial: string; readonly questionable: boolean };

/** How a phone is shown and dialled in `country`; what was typed stands where it is unclear. */
export function describePhone(phone: string, country: string): Phone {
  if (phone === "") return { shown: "", dial: "", questionable: false };
  const home = isSupportedCountry(country) ? country : undefined;
  const parsed = home ? parsePhoneNumberFromString(phone, home) : parsePhoneNumberFromString(phone);
  if (!parsed?.isValid()) return { shown: phone, dial: dialled(phone), questionable: !shortCode.test(phone) };
  if (hasMore(phone, home)) return { shown: phone, dial: parsed.number, questionable: false };
  const shown = parsed.country === home ? parsed.formatNational() : parsed.formatInternational();
  return { shown, dial: parsed.number, questionable: false };
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
  const before = isDialledWithZero(country) ? `(?:${coded}|${zero})` : coded;
  return search.replaceAll(new RegExp(String.raw`(?<![^\s\p{Cf}(])${before}`, "gu"), "");
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

/** The code that goes before numbers of `country` from abroad, without its plus; "" where there is no such country. */
export function callingCode(country: string): string {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : "";
}

/** The country whose numbers are written without a prefix: the locale's, "" where it names none. */
export function localeCountry(locale: string): CountryCode | "" {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  return isSupportedCountry(region) ? region : "";
}
