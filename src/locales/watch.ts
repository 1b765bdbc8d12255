import { inLanguage } from "./language.ts";

const en = () => ({
  begins: (every: string) => `Watching, one check every ${every}. Ctrl+C ends it after the check in hand.`,
  tooShort: (every: string) => `--every: "${every}" is too short.`,
  tooShortHint: "Take at least 1s.",
});

const es: typeof en = () => ({
  begins: (every) => `Vigilando, una revisión cada ${every}. Ctrl+C lo detiene tras la revisión en curso.`,
  tooShort: (every) => `--every: "${every}" es demasiado poco.`,
  tooShortHint: "Ponga como mínimo 1s.",
});

/** What `estatus watch` says. */
export const text = inLanguage({ en, es });
