import { text as texts } from "../../locales/exchange.ts";
import type { ReadAs } from "../exchange-types.ts";
import type { Columns } from "./csv-columns.ts";

/** What each column of a CSV is read as, by its heading, or by its letter where it has none. */
export function readAs(columns: Columns, records: readonly (readonly string[])[]): ReadAs {
  const headings = columns.above > 0 ? records[columns.above - 1]! : [];
  const rows = records.slice(columns.above);
  const names = [...columns.full, ...columns.parts];
  const phones = columns.phones.flatMap(({ at, prefix, kind, isLast }) =>
    isLast ? [] : [prefix?.at ?? [], kind ?? [], at].flat(),
  );
  const last = columns.phones.flatMap(({ at, isLast }) => (isLast ? [at] : []));
  const used = new Set([...names, ...phones, ...last, ...columns.instead]);
  const width = Math.max(headings.length, ...rows.map((cells) => cells.length));
  const left = Array.from({ length: width }, (_, at) => at).filter((at) => !used.has(at));
  const isFilled = (at: number) => rows.some((cells) => cells[at]?.trim());
  const named = (list: readonly number[]) =>
    [...new Set(list)].map((at) => headings[at]?.trim() || texts().column(letter(at)));
  return {
    name: named(names),
    phone: [...named(phones), ...named(last).map((heading) => texts().whereNoOther(heading))],
    instead: named(columns.instead),
    // What holds something is missed first; a column with neither heading nor content is none.
    left: named([...left.filter(isFilled), ...left.filter((at) => !isFilled(at) && headings[at]?.trim())]),
  };
}

// As a spreadsheet names its columns: A to Z, AA, AB …
function letter(at: number): string {
  return (at < 26 ? "" : letter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
}
