import {
  anyNumber,
  dialled,
  extension,
  kind,
  notName,
  notPhone,
  phone,
  ofPlace,
  place,
  wholes,
  type Role,
} from "./heading-words.ts";

const told = [...wholes, ...extension, ...dialled];

/** Whether a phone's heading speaks of any number (an identity card's, a member's) and of nothing that makes it a phone's. */
export function isAnyNumber(heading: string): boolean {
  const plain = plainHeading(heading);
  return anyNumber.test(plain) && !place.test(plain) && !phone.test(plain.replace(anyNumber, ""));
}

/** Whether a heading speaks of a number that is no phone's: an identity card's, a fax's, an assistant's. */
export function isOther(heading: string): boolean {
  return notPhone.test(plainHeading(heading));
}

/** Whether words under a heading are nobody's name: an address, a post, a remark. */
export function isNoName(heading: string): boolean {
  return notName.test(plainHeading(heading));
}

/**
 * A heading without accents, capitals and signs, words and figures apart, so that "TELÉFONO_MÓVIL2:" and
 * "telefonoMovil2" read "telefono movil 2".
 */
function plainHeading(heading: string): string {
  return heading
    .slice(0, 100)
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g, " ")
    .trim();
}

/** What the column or field under `heading` is for; undefined for anything but names and phones. */
export function roleOf(heading: string): Role | undefined {
  const plain = plainHeading(heading);
  const whole = told.find(([, pattern]) => pattern.test(plain));
  if (whole) return whole[0];
  if (phone.test(plain)) {
    if (kind.test(plain)) return "kind";
    return notPhone.test(plain) ? undefined : "phone";
  }
  return place.test(plain) && plain.split(" ").every((word) => ofPlace.test(word)) ? "place" : undefined;
}
