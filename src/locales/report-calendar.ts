const en = {
  days: "Day by day",
  daysHelp: "Choose a day to see it to the second. Arrow keys move between days.",
  monthsHelp: "Choose a month to see its days.",
  dayLabel: (date: string, down: string, unknown: string) => `${date}: away ${down}, not watched ${unknown}`,
  shapes: { up: "up", short: "away under 5 min", medium: "under an hour", long: "an hour or more" },
  shapesOfMonths: {
    up: "up",
    short: "away under 5 min a day",
    medium: "under an hour a day",
    long: "an hour a day or more",
  },
  timeline: (date: string) => `Timeline of ${date}`,
  timelineHelp: "Click, or use + and − to look closer, the arrow keys to move, Home for the whole day.",
  zoomIn: "Closer",
  zoomOut: "Wider",
  earlier: "Earlier",
  later: "Later",
  wholeDay: "Whole day",
  quietDay: "No outages on this day.",
  events: "What happened on this day",
  moreEvents: (n: string) => `and ${n} more, in the table below`,
};

const es: typeof en = {
  days: "Día a día",
  daysHelp: "Elija un día para verlo al segundo. Las flechas pasan de un día a otro.",
  monthsHelp: "Elija un mes para ver sus días.",
  dayLabel: (date, down, unknown) => `${date}: caído ${down}, sin vigilar ${unknown}`,
  shapes: {
    up: "en marcha",
    short: "caído menos de 5 min",
    medium: "menos de una hora",
    long: "una hora o más",
  },
  shapesOfMonths: {
    up: "en marcha",
    short: "caído menos de 5 min al día",
    medium: "menos de una hora al día",
    long: "una hora al día o más",
  },
  timeline: (date) => `Línea de tiempo del ${date}`,
  timelineHelp: "Haga clic, o use + y − para acercarse, las flechas para moverse, Inicio para todo el día.",
  zoomIn: "Acercar",
  zoomOut: "Alejar",
  earlier: "Antes",
  later: "Después",
  wholeDay: "Todo el día",
  quietDay: "Ninguna caída en este día.",
  events: "Lo que pasó este día",
  moreEvents: (n) => `y ${n} más, en la tabla de abajo`,
};

/** What the html report says of months, days, and one day to the second. */
export const calendar = { en, es } as const;
