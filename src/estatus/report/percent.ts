import type { Language } from "../../locales/language.ts";

const MOST_DIGITS = 7;

/**
 * A share as a percentage in a language, with two decimals, or as many as it takes to keep it apart
 * from 0 and 100: what was down for one second in a year is never shown as 100 %.
 */
export function percent(share: number, language: Language): string {
  let digits = 2;
  const hides = () => {
    const shown = Number((share * 100).toFixed(digits));
    return (shown === 100 && share < 1) || (shown === 0 && share > 0);
  };
  while (digits < MOST_DIGITS && hides()) digits++;
  // By hand, because the first Intl format costs as much as the rest of a report.
  const unit = 10 ** digits;
  const round = hides() ? (share > 0.5 ? Math.floor : Math.ceil) : Math.round;
  const shown = String(round(share * 100 * unit) / unit);
  return `${language === "es" ? shown.replace(".", ",") : shown}\u00a0%`;
}
