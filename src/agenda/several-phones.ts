import { digitsOf } from "./fold.ts";

const between = /[/,;|]|\s(?:o|y|or|and|[-‐-―])\s/i;

type Parse = (phone: string) => { readonly number: string; readonly isValid: () => boolean } | undefined;

/** Several numbers in one field: the one to call, and whether the others are numbers too; null where there is one. */
export function severalIn(
  phone: string,
  parse: Parse,
): { readonly first: string; readonly areAll: boolean } | null {
  const isParted = between.test(phone);
  const parts = isParted ? phone.split(between).filter((part) => part.trim() !== "") : twoIn(phone, parse);
  const [first, ...more] = parts.map((part) => parse(part));
  if (more.length === 0 || !first?.isValid()) return null;
  return { first: first.number, areAll: more.every((one) => one?.isValid()) };
}

const fewest = 12;

// Two numbers with nothing but a blank between them, where there is one way alone to part them and together they are none.
function twoIn(phone: string, parse: Parse): readonly string[] {
  // Called for each phone that is shown, and nearly all have fewer.
  if (digitsOf(phone).length < fewest) return [];
  const pieces = phone.trim().split(/\s+/);
  if (pieces.length < 2 || pieces.length > 12 || !/^[+＋(\d][\d\s()+＋.-]*$/.test(phone.trim())) return [];
  if (parse(phone)?.isValid()) return [];
  const ways = pieces
    .slice(1)
    .map((_, at) => [pieces.slice(0, at + 1).join(" "), pieces.slice(at + 1).join(" ")]);
  const whole = ways.filter((way) => way.every((part) => parse(part)?.isValid()));
  return whole.length === 1 ? whole[0]! : [];
}
