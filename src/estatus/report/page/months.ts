import type { Day } from "../../core/days.ts";

/** The days of a calendar month that a report holds; `first` is where they begin among all its days. */
export type Month = { readonly date: string; readonly first: number; readonly days: readonly Day[] };

/** The days of a report, oldest first, by their months. */
export function monthsOf(days: readonly Day[]): Month[] {
  let first = 0;
  return [...Map.groupBy(days, (day) => day.date.slice(0, 7))].map(([date, own]) => {
    first += own.length;
    return { date, first: first - own.length, days: own };
  });
}

/** Which day was away longest; the last one where none was. */
export function worstOf(days: readonly Day[]): number {
  let worst = days.length - 1;
  for (const [index, day] of days.entries()) {
    if (day.times.downMid > days[worst]!.times.downMid) worst = index;
  }
  return worst;
}
