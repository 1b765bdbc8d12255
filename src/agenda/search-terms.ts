import { digitsOf, fold } from "./fold.ts";

/** What a search asks for: all words, each at the beginning of a word of the name, and all numbers; else its signs. */
export type Terms = {
  readonly words: readonly string[];
  /** Digits that stand in the phone one after another, and the same as words, for "Bar 2000". */
  readonly numbers: readonly { readonly digits: string; readonly words: readonly string[] }[];
  /** What a search without a word or a digit has ("+", "🎉"), as typed; it stands so in the name or the phone. */
  readonly signs: string;
};

// An accent alone is half of a letter that is still being typed.
const sign = /[^\s\p{C}\p{M}\p{Sk}]/u;

// So few digits stand in most phones: beside a word they are meant as a part of the name, as in "Sala 1".
const tellsNoPhone = 2;

/**
 * Takes a search apart. Neighbouring numbers are one number, as phones are written with blanks in them. One of one or two
 * digits beside a word is a word too.
 */
export function termsOf(search: string): Terms {
  const words: string[] = [];
  const numbers: { digits: string; words: string[] }[] = [];
  let open = false;
  for (const word of fold(search).split(" ").filter(Boolean)) {
    const digits = digitsOf(word);
    const isNumber = digits.length === word.length;
    const last = numbers.at(-1);
    if (!isNumber) words.push(word);
    else if (open && last) {
      last.digits += digits;
      last.words.push(word);
    } else numbers.push({ digits, words: [word] });
    open = isNumber;
  }
  const isSigns = words.length + numbers.length === 0 && sign.test(search);
  if (words.length === 0) return { words, numbers, signs: isSigns ? search.trim() : "" };
  const isName = ({ digits }: { digits: string }) => digits.length <= tellsNoPhone;
  const named = numbers.filter(isName).flatMap((number) => number.words);
  return { words: [...words, ...named], numbers: numbers.filter((number) => !isName(number)), signs: "" };
}

/** The terms for the search table, which knows no signs. It may find too much: digits three by three need not stand in one place. */
export function matchOf({ words, numbers }: Terms): string {
  const inName = (some: readonly string[]) => some.map((word) => `"${word}" *`).join(" AND ");
  const inPhone = (digits: string) => {
    if (digits.length < 3) return `"·${digits}" *`;
    const threes = Array.from({ length: digits.length - 2 }, (_, at) => `"·${digits.slice(at, at + 3)}"`);
    return [...new Set(threes)].join(" AND ");
  };
  const parts = numbers.map((number) => `((${inPhone(number.digits)}) OR (${inName(number.words)}))`);
  return [...(words.length > 0 ? [inName(words)] : []), ...parts].join(" AND ");
}

/** The same terms as a condition on a row of contact, exactly; its values go with it. */
export function conditionOf({ words, numbers, signs }: Terms): { sql: string; values: string[] } {
  const inName = (some: readonly string[]) => some.map(() => "instr(' ' || folded, ?)").join(" AND ");
  const named = (some: readonly string[]) => some.map((word) => ` ${word}`);
  const parts = numbers.map((number) => `(instr(digits, ?) OR (${inName(number.words)}))`);
  if (signs !== "") return { sql: "(instr(name, ?) OR instr(phone, ?))", values: [signs, signs] };
  return {
    sql: [...(words.length > 0 ? [inName(words)] : []), ...parts].join(" AND "),
    values: [...named(words), ...numbers.flatMap((number) => [number.digits, ...named(number.words)])],
  };
}
