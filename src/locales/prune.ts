import { inLanguage } from "./language.ts";

type Counted = { readonly count: number; readonly written: string };

const counted = ({ count, written }: Counted, one: string, many: string) =>
  `${written} ${count === 1 ? one : many}`;

const en = () => ({
  bad: (value: string) => `--older-than "${value}" is neither a duration nor a date.`,
  badHint: "Try --older-than 365d or --older-than 2025-01-01.",
  tooNew: (value: string) => `--older-than ${value} would prune days that a 30-day report still needs.`,
  tooNewHint: "Give at least 31 days, for example --older-than 365d.",
  nothing: (date: string) => `There is nothing older than ${date} to prune.`,
  ask: (outages: Counted, days: Counted, date: string) =>
    `Delete the details of ${counted(outages, "outage", "outages")} before ${date}, keeping the totals of ${counted(days, "day", "days")}? [y/N] `,
  yes: /^y(es)?$/i,
  unchanged: "Nothing was changed.",
  done: (outages: Counted, days: Counted) =>
    `Pruned ${counted(outages, "outage", "outages")}; the totals of ${counted(days, "day", "days")} are kept.`,
  cannotAsk: "Pruning deletes details for good, and there is nobody here to ask.",
  cannotAskHint: "Add --yes to prune without a question.",
});

const es: typeof en = () => ({
  bad: (value) => `--older-than "${value}" no es ni una duración ni una fecha.`,
  badHint: "Pruebe --older-than 365d o --older-than 2025-01-01.",
  tooNew: (value) => `--older-than ${value} borraría días que un informe de 30 días aún necesita.`,
  tooNewHint: "Indique al menos 31 días, por ejemplo --older-than 365d.",
  nothing: (date) => `No hay nada anterior al ${date} que borrar.`,
  ask: (outages, days, date) =>
    `¿Borrar los detalles de ${counted(outages, "caída anterior", "caídas anteriores")} al ${date} y conservar los totales de ${counted(days, "día", "días")}? [s/N] `,
  yes: /^(s(í|i)?|y(es)?)$/i,
  unchanged: "No se cambió nada.",
  done: (outages, days) =>
    `Detalles borrados: ${counted(outages, "caída", "caídas")}; quedan los totales de ${counted(days, "día", "días")}.`,
  cannotAsk: "Esto borra detalles para siempre, y aquí no hay a quién preguntar.",
  cannotAskHint: "Añada --yes para borrar sin preguntar.",
});

/** What `estatus prune` says. */
export const text = inLanguage({ en, es });
