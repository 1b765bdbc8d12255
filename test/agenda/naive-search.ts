import type { Sort } from "../../src/agenda/api-types.ts";
import { digitsOf, fold } from "../../src/agenda/fold.ts";

export type Fields = { name: string; phone: string };
export type Model = Map<number, Fields & { listed: boolean }>;

/** The ids that a search finds, in order, worked out in the plainest way. */
export function naively(model: Model, search: string, sort: Sort): number[] {
  const words = fold(search).split(" ").filter(Boolean);
  const signs = words.length === 0 ? search.trim() : "";
  const isBare = words.every((word) => /^\d+$/.test(word));
  const isOfPhone = (run: string[]) => isBare || run.join("").length > 2;
  const fits = (one: Fields) => {
    if (signs !== "") return one.name.includes(signs) || one.phone.includes(signs);
    const inName = (word: string) => ` ${fold(one.name)}`.includes(` ${word}`);
    const runs: string[][] = [];
    words.forEach((word, at) => {
      if (!/^\d+$/.test(word)) return;
      if (at > 0 && /^\d+$/.test(words[at - 1]!)) runs.at(-1)!.push(word);
      else runs.push([word]);
    });
    return (
      words.filter((word) => !/^\d+$/.test(word)).every(inName) &&
      runs.every((run) => (isOfPhone(run) && digitsOf(one.phone).includes(run.join(""))) || run.every(inName))
    );
  };
  const found = [...model].filter(([, one]) => one.listed && fits(one));
  const byName = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  found.sort(([a, one], [b, other]) =>
    sort.endsWith("name") ? byName(fold(one.name), fold(other.name)) || a - b : a - b,
  );
  const ids = found.map(([id]) => id);
  return sort.startsWith("-") ? ids.toReversed() : ids;
}
