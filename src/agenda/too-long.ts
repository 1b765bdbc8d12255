import type { ContactFields } from "./api-types.ts";

/** How many characters a name or a phone may have: more than any person writes, too few for one to hurt a list. */
export const longest = 1_000;

/** How many are kept while they are typed, too many or not: nobody has seen yet that they are. */
export const mostTyped = 100_000;

/** Which of them has more, or null. */
export function tooLong({ name, phone }: ContactFields): keyof ContactFields | null {
  if (name.length > longest) return "name";
  return phone.length > longest ? "phone" : null;
}
