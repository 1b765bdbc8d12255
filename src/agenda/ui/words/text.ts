import { language } from "../state/screen.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";

/** The page's words, in the language of the page; a component that reads them is drawn anew when it changes. */
export const text = () => (language.value === "es" ? es : en);

/** A whole number as the language of the page writes it. */
export function count(value: number): string {
  return new Intl.NumberFormat(language.value === "es" ? "es-ES" : "en", { useGrouping: "always" }).format(
    value,
  );
}

/** A day of these weeks as the language of the page writes it, without its year. `at` is UTC milliseconds. */
export function day(at: number): string {
  return new Intl.DateTimeFormat(language.value, { day: "numeric", month: "long" }).format(at);
}
