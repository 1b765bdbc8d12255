import { inLanguage } from "./language.ts";

const en = () => ({
  never: (name: string) => `${name}: no check has looked at it yet. Run: estatus check`,
  up: (name: string, pid: number, since: string) => `${name} has been up since ${since} (pid ${pid}).`,
  duplicated: (name: string, pid: number, since: string) =>
    `${name} has been up since ${since} (pid ${pid}), in more than one copy.`,
  unproven: (name: string, pid: number, since: string) =>
    `${name} runs (pid ${pid}) but has not proved itself yet; it counts as away since ${since}.`,
  hung: (name: string, pid: number, since: string) => `${name} has been hanging since ${since} (pid ${pid}).`,
  missing: (name: string, since: string, attempts: number) =>
    `${name} has been away since ${since}; ${attempts === 1 ? "one attempt" : `${attempts} attempts`} to bring it back so far.`,
  away: (name: string, lastSeen: string) => `${name} is away; it was last seen running at ${lastSeen}.`,
  neverSeen: (name: string) => `${name} is away; no check has seen it running yet.`,
  unknown: (name: string, why: string) => `${name}: the last check could not tell (${why}).`,
  lastCheck: (at: string, ago: string) => `  last check   ${at} (${ago} ago)`,
  nextCheck: (at: string) => `  next check   ${at}`,
  today: (strip: string) => `  today        ${strip}  (from midnight, half an hour a mark)`,
  overdue: "  next check   overdue: no check seems to be scheduled. Run: estatus doctor",
  paused: (until: string, reason: string) => `  paused until ${until}${reason === "" ? "" : ` (${reason})`}`,
});

const es: typeof en = () => ({
  never: (name) => `${name} todavía no se ha revisado. Ejecute: estatus check`,
  up: (name, pid, since) => `${name} está en marcha desde ${since} (pid ${pid}).`,
  duplicated: (name, pid, since) =>
    `${name} está en marcha desde ${since} (pid ${pid}), en más de una copia.`,
  unproven: (name, pid, since) =>
    `${name} está en marcha (pid ${pid}), pero todavía no se puede dar por bueno; cuenta como caído desde ${since}.`,
  hung: (name, pid, since) => `${name} está colgado desde ${since} (pid ${pid}).`,
  missing: (name, since, attempts) =>
    `${name} no está abierto desde ${since}; ${attempts === 1 ? "un intento" : `${attempts} intentos`} de abrirlo hasta ahora.`,
  away: (name, lastSeen) => `${name} no está abierto; la última vez que se vio en marcha fue ${lastSeen}.`,
  neverSeen: (name) => `${name} no está abierto; ninguna revisión lo ha visto en marcha todavía.`,
  unknown: (name, why) => `${name}: la última revisión no pudo saberlo (${why}).`,
  lastCheck: (at, ago) => `  última revisión   ${at} (hace ${ago})`,
  nextCheck: (at) => `  próxima revisión  ${at}`,
  today: (strip) => `  hoy               ${strip}  (desde medianoche, media hora por marca)`,
  overdue: "  próxima revisión  atrasada: parece que no hay ninguna programada. Ejecute: estatus doctor",
  paused: (until, reason) => `  en pausa hasta    ${until}${reason === "" ? "" : ` (${reason})`}`,
});

/** What `estatus status` says. */
export const text = inLanguage({ en, es });
