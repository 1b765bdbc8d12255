import { pick } from "./language.ts";

const en = {
  paused: (names: string, until: string) => `${names} may stay closed until ${until}.`,
  resumed: (names: string) => `${names}: the pause is over; the next check brings back what is missing.`,
  nothingPaused: (names: string) => `${names} was not paused.`,
  badTime: (text: string) => `"${text}" is no time a pause can end at.`,
  badTimeHint: 'Write a duration ("2h"), a time of day ("17:30"), a date or an ISO time.',
  past: (text: string) => `"${text}" is not in the future.`,
  pastHint: "A pause ends later than now.",
  tooLong: (text: string) => `"${text}" is more than a year away.`,
  tooLongHint: "Take a nearer time, or take the program out of the configuration.",
};

const es: typeof en = {
  paused: (names, until) => `${names} puede seguir cerrado hasta ${until}.`,
  resumed: (names) => `${names}: la pausa terminó; la próxima revisión abre lo que falte.`,
  nothingPaused: (names) => `${names} no estaba en pausa.`,
  badTime: (text) => `"${text}" no es una hora en la que pueda acabar una pausa.`,
  badTimeHint: 'Escriba una duración ("2h"), una hora del día ("17:30"), una fecha o una hora ISO.',
  past: (text) => `"${text}" no está en el futuro.`,
  pastHint: "Una pausa acaba más tarde que ahora.",
  tooLong: (text) => `Hasta "${text}" falta más de un año.`,
  tooLongHint: "Ponga una hora más cercana, o quite el programa de la configuración.",
};

/** What `estatus pause` and `estatus resume` say. */
export const text = () => pick({ en, es });
