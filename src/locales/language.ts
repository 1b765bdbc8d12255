export type Language = "en" | "es";

let spoken: Language | null = null;

/** Chooses the language of all that is said from here on. What scripts read is never translated: it is in English. */
export function speak(chosen: Language): void {
  spoken = chosen;
}

/** The language texts are shown in: the chosen one, else `ESTATUS_LANG`, else the operating system's locale, else English. */
export function language(): Language {
  // A report asks a thousand times, and each variable of the surroundings is a question to the system.
  return (spoken ??= languageOf(process.env));
}

function languageOf(env: NodeJS.ProcessEnv): Language {
  const asked = env["ESTATUS_LANG"] || env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || systemLocale();
  return /^es\b|^es[_-]/i.test(asked) ? "es" : "en";
}

/** The operating system's locale (`es-ES`): the same that Intl would resolve, without loading all of it. */
export function systemLocale(): string {
  return navigator.language;
}

/**
 * Gives the table of texts in the language that is spoken, and makes it when it is first asked for: the other one's hundred
 * sentences would be made for nobody at each start. `es` must have every key of `en`, which the type sees to.
 */
export function inLanguage<T>(tables: Readonly<Record<Language, () => T>>): () => T {
  const made: Partial<Record<Language, T>> = {};
  return () => (made[language()] ??= tables[language()]());
}
