import type { Language } from "./language.ts";

/** What a program says of itself under a key of its heartbeat's `restored`; "" where there is nothing to say. */
type Sayings = Readonly<Record<string, (value: unknown) => string>>;

const en: Sayings = {
  contacts: (n) => (n === 1 ? "1 contact" : `${inWords(n)} contacts`),
  draft: (there) => (there ? "the draft" : ""),
  integrity: (state) => (state === "ok" ? "" : "the file rebuilt"),
  lost: (n) => (n === 0 ? "" : `${inWords(n)} lost`),
};

const es: Sayings = {
  contacts: (n) => (n === 1 ? "1 contacto" : `${inWords(n)} contactos`),
  draft: (there) => (there ? "el borrador" : ""),
  integrity: (state) => (state === "ok" ? "" : "el archivo reconstruido"),
  lost: (n) => (n === 0 ? "" : `${inWords(n)} ${n === 1 ? "perdido" : "perdidos"}`),
};

/** A heartbeat's `restored`, a JSON object, in words: Agenda's own in `language`, any other program's as it says it. */
export function restoredText(json: string, language: Language): string {
  const sayings = language === "es" ? es : en;
  return Object.entries(JSON.parse(json) as Record<string, unknown>)
    .map(([key, value]) => (Object.hasOwn(sayings, key) ? sayings[key]!(value) : asItIs(key, value)))
    .filter((words) => words !== "")
    .join(", ");
}

function asItIs(key: string, value: unknown): string {
  if (value === false || value === null) return "";
  return value === true ? key : `${key} ${inWords(value)}`;
}

function inWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
