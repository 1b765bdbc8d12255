import type { Role } from "./heading-words.ts";
import { isWholeNumber } from "./phone-like.ts";

/** A column of phones, and those beside it that belong to it. */
export type PhoneColumn = {
  readonly at: number;
  /** What is dialled before its phones. */
  readonly prefix?: { readonly at: number; readonly role: Role };
  /** What sort of phone stands in it. */
  readonly kind?: number;
  /** Whether nothing stood in it where it was looked at: then what stands there later may be a phone, or an address. */
  readonly isOpen?: true;
  /** Whether it is called only where there is no other phone: an extension. */
  readonly isLast?: true;
};

/** Whether a column is all there is to its phones. */
export function isAlone({ prefix, kind, isOpen, isLast }: PhoneColumn): boolean {
  return prefix === undefined && kind === undefined && isOpen === undefined && isLast === undefined;
}

/** The columns of phones under their headings. */
export function phoneColumns(
  headings: readonly string[],
  roles: readonly (Role | undefined)[],
): readonly PhoneColumn[] {
  const phones = roles.flatMap((role, at) => (role === "phone" || role === "place" ? [at] : []));
  const beside = (...wanted: Role[]) =>
    roles.flatMap((role, at) => (role && wanted.includes(role) ? [{ at, role }] : []));
  const prefixes = beside("prefix", "country", "area");
  const kinds = beside("kind");
  return phones.map((at) => {
    // What is dialled goes for the phones behind it, up to the next such column.
    const prefix = prefixes.findLast((each) => each.at < at) ?? prefixes[0];
    const kind = kinds.find((each) => stem(headings[each.at]!) === stem(headings[at]!));
    return {
      at,
      ...(prefix && { prefix }),
      ...(kind && { kind: kind.at }),
      ...(roles[at] === "place" && { isOpen: true }),
    };
  });
}

/** The columns of phones and, behind them, those of extensions: where no column has a phone, an extension is it. */
export function withExtensions(
  phones: readonly PhoneColumn[],
  extensions: readonly number[],
  rows: readonly (readonly string[])[],
): readonly PhoneColumn[] {
  if (extensions.length === 0) return phones;
  const isCalled = ({ at, isOpen }: PhoneColumn) =>
    !isOpen && rows.some((cells) => isWholeNumber(cells[at] ?? ""));
  const others = phones.some(isCalled) ? phones : [];
  return [
    ...others,
    ...extensions.map((at) => ({ at, ...(others.length > 0 && { isLast: true as const }) })),
  ];
}

// "Phone 1 - Label", "Phone 1 - Type" and "Phone 1 - Value" speak of one phone.
function stem(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\b(type|label|value|tipo|etiqueta|valor|tipus|etichetta|typ|bezeichnung|de|del|of)\b/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const noTelephone = /fax|pager|beeper|busca|telex|télex/i;

/** Whether what says the sort of a phone says that nobody answers it. */
export function isNoTelephone(kind: string | undefined): boolean {
  return kind !== undefined && noTelephone.test(kind);
}

/** A phone with what is dialled before it, where it does not say that itself. */
export function dialledWith(prefix: string, role: Role, phone: string): string {
  if (/^\s*(\+|00)/.test(phone)) return phone;
  if (/^\(?(\+|00)/.test(prefix) || role === "area" || prefix.startsWith("0")) return `${prefix} ${phone}`;
  // A spreadsheet takes +34 for 34. Before a number that is whole without it, it is a country's and no town's.
  const isWhole = phone.replace(/\P{Nd}/gu, "").length >= 9;
  return role === "country" || isWhole ? `+${prefix} ${phone}` : `${prefix} ${phone}`;
}
