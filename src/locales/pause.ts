import { inLanguage } from "./language.ts";

const en = () => ({
  paused: (names: readonly string[], until: string) => `${names.join(", ")} may stay closed until ${until}.`,
  resumed: (names: readonly string[]) =>
    `${names.join(", ")}: the pause is over; the next check brings back what is missing.`,
  nothingPaused: (names: readonly string[]) =>
    `${names.join(", ")} ${names.length === 1 ? "was" : "were"} not paused.`,
  badTime: (text: string) => `"${text}" is no time a pause can end at.`,
  badTimeHint: 'Write a duration ("2h"), a time of day ("17:30"), a date or an ISO time.',
  past: (text: string) => `"${text}" is not in the future.`,
  pastHint: "Write a time that is still to come.",
  tooLong: (text: string) => `"${text}" is more than a year away.`,
  tooLongHint: "Take a nearer time, or take the program out of the configuration.",
});

const es: typeof en = () => ({
  paused: (names, until) =>
    `${names.join(", ")} ${names.length === 1 ? "puede estar cerrado" : "pueden estar cerrados"} hasta ${until}.`,
  resumed: (names) => `${names.join(", ")}: la pausa terminó; la próxima revisión abre lo que falte.`,
  nothingPaused: (names) => `${names.join(", ")} no ${names.length === 1 ? "estaba" : "estaban"} en pausa.`,
  badTime: (text) => `"${text}" no es una hora en la que pueda acabar una pausa.`,
  badTimeHint: 'Escriba una duración ("2h"), una hora del día ("17:30"), una fecha o una hora ISO.',
  past: (text) => `"${text}" no está en el futuro.`,
  pastHint: "Escriba una hora que aún no haya pasado.",
  tooLong: (text) => `"${text}" queda a más de un año de ahora.`,
  tooLongHint: "Ponga un momento más cercano, o quite el programa de la configuración.",
});

/** What `estatus pause` and `estatus resume` say. */
export const text = inLanguage({ en, es });
