import { durationText } from "../../../locales/duration.ts";
import type { Language } from "../../../locales/language.ts";
import { pageTexts, type PageTexts } from "../../../locales/report-page.ts";
import { percent } from "../percent.ts";
import type { PageData } from "./data.ts";

/** How the page says things in one language and zone. */
export type Say = {
  readonly language: Language;
  readonly text: PageTexts;
  readonly percent: (share: number) => string;
  readonly number: (value: number) => string;
  readonly duration: (milliseconds: number) => string;
  /** Local `2026-11-22 10:03:05`, with the offset where it comes twice. */
  readonly time: (at: number) => string;
  /** Local `10:03:05`. */
  readonly clock: (at: number) => string;
  /** A calendar date in words, of `2026-11-22`. */
  readonly date: (iso: string) => string;
  /** A month in words, of `2026-11`. */
  readonly month: (iso: string) => string;
};

/** How it is said in `language`, with the times of `zone` (IANA name). */
export function sayIn(language: Language, { zone, twice }: Pick<PageData, "zone" | "twice">): Say {
  const number = new Intl.NumberFormat(language);
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const date = new Intl.DateTimeFormat(language, { timeZone: "UTC", dateStyle: "full" });
  const month = new Intl.DateTimeFormat(language, { timeZone: "UTC", month: "long", year: "numeric" });
  return {
    language,
    text: pageTexts[language],
    percent: (share) => percent(share, language),
    number: (value) => number.format(value),
    duration: (milliseconds) => durationText(milliseconds, language).replaceAll(" ", "\u00a0"),
    time: (at) => parts.format(at) + (twice.find(([from, to]) => at >= from && at < to)?.[2] ?? ""),
    clock: (at) => parts.format(at).slice(11),
    date: (iso) => date.format(Date.parse(`${iso}T00:00:00Z`)),
    month: (iso) => month.format(Date.parse(`${iso}-01T00:00:00Z`)),
  };
}
