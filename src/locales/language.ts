export type Language = "en" | "es";

let forScripts = false;

/** From here on everything is said in English: what scripts read is never translated. */
export function speakToScripts(): void {
  forScripts = true;
}

/**
 * The language texts are shown in: `ESTATUS_LANG`, else the operating system's locale, else English.
 * Read anew at each call, because Agenda's user may switch while it runs.
 */
export function language(env: NodeJS.ProcessEnv = process.env): Language {
  if (forScripts) return "en";
  const asked = env["ESTATUS_LANG"] || env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || systemLocale();
  return /^es\b|^es[_-]/i.test(asked) ? "es" : "en";
}

/** The operating system's locale (`es-ES`): the same that Intl would resolve, without loading all of it. */
export function systemLocale(): string {
  return navigator.language;
}

/** Picks one of two tables of texts; `es` must have every key of `en`, which the type sees to. */
export function pick<T>(tables: { readonly en: T; readonly es: T }): T {
  return tables[language()];
}
