import type { Cause } from "../estatus/core/outage.ts";
import type { When } from "./format.ts";
import { inLanguage } from "./language.ts";

const at = ({ date, clock }: When) => (date === null ? clock : `${date} ${clock}`);

const en = () => ({
  cause: {
    closed: "it was closed",
    killed: "it was killed",
    crashed: "it crashed",
    hung: "it hung",
    unknown: "cause unknown",
  } satisfies Record<Cause, string>,
  up: (name: string, pid: number, since: string) => `${name} is up (pid ${pid}, since ${since}).`,
  duplicated: (name: string, copies: number, pids: string) =>
    `${name} is up, but ${copies} copies of it run (pids ${pids}). Close the ones you do not need; Estatus ends none.`,
  unknown: (name: string, why: string) =>
    `${name}: could not tell whether it runs (${why}). Nothing was done.`,
  hungPaused: (name: string, pid: number, until: string) =>
    `${name} hangs (pid ${pid}). Nothing is done about it until ${until}: it is paused.`,
  paused: (name: string, until: string) => `${name} is away and may be, until ${until}: it is paused.`,
  missing: (name: string) => `${name} is missing.`,
  missingFor: (name: string, earliest: When, latest: When, cause: string) =>
    `${name} went away between ${at(earliest)} and ${at(latest)}: ${cause}.`,
  missingSince: (name: string, when: When, cause: string) => `${name} went away at ${at(when)}: ${cause}.`,
  started: (name: string, pid: number) =>
    `${name} is up (pid ${pid}): its first start since the session began.`,
  backingOff: (name: string, due: When) =>
    `No attempt to bring ${name} back has lasted; the next one is due at ${at(due)}.`,
  hungBackingOff: (name: string, pid: number, due: When) =>
    `${name} hangs (pid ${pid}); so soon after the last attempt to bring it back, the next one is due at ${at(due)}.`,
  suspectedHung: (name: string) => `${name} does not answer. It is looked at again before that counts.`,
  hung: (name: string, pid: number) =>
    `${name} hangs (pid ${pid}). That is recorded; hung_action = "restart" would end it.`,
  restartHung: (name: string, pid: number) => `${name} hangs (pid ${pid}) and is ended.`,
  launched: (name: string, pid: number, seconds: string) =>
    `${name} was launched (pid ${pid}); watching it for ${seconds}.`,
  survived: (name: string, pid: number, away: string | null) =>
    `${name} is up again (pid ${pid}).${away === null ? "" : ` It was away for ${away}.`}`,
  restored: (what: string) => `It restored: ${what}.`,
  superseded: (name: string, pid: number) => `${name} is up (pid ${pid}): someone else was faster.`,
  died: (name: string) => `${name} ended again before it had proved itself. It will be tried again.`,
  failed: (name: string, why: string) => `${name} could not be launched: ${why}.`,
  unproven: (name: string, pid: number) => `${name} runs (pid ${pid}) but has not proved itself yet.`,
  back: (name: string, pid: number, away: string | null) =>
    `${name} is up (pid ${pid}).${away === null ? "" : ` It had been away for ${away}.`}`,
  leftToAnother: (name: string) => `${name} is being brought back by another check.`,
  heldBy: (pid: number) => `Another check (pid ${pid}) is at work; this one has nothing to do.`,
  unknownPlatform: (system: string) => `Estatus cannot see the processes of this system (${system}).`,
  unknownPlatformHint: "Use it on Windows or Linux.",
  between: (min: string, max: string) => (min === max ? min : `${min} to ${max}`),
  failures: {
    ENOENT: (file: string) =>
      `${file} does not exist. Install it again, or correct "executable" in the configuration`,
    noInterpreter: (file: string) =>
      `the interpreter in the first line of ${file} does not exist. Install it, or correct that line and its end (LF, not CRLF)`,
    EACCES: (file: string) =>
      `${file} may not be run. Make it an executable file, or correct "executable" in the configuration`,
    ENOEXEC: (file: string) =>
      `${file} is no program for this system. Correct "executable" in the configuration`,
  } as Readonly<Record<string, (file: string) => string>>,
});

const las = ({ date, clock }: When) => (date === null ? `las ${clock}` : `el ${date} a las ${clock}`);
const aLas = (when: When) => (when.date === null ? `a ${las(when)}` : las(when));

const es: typeof en = () => ({
  cause: {
    closed: "lo cerraron",
    killed: "lo finalizaron",
    crashed: "falló",
    hung: "se colgó",
    unknown: "causa desconocida",
  },
  up: (name, pid, since) => `${name} está en marcha (pid ${pid}, desde ${since}).`,
  duplicated: (name, copies, pids) =>
    `${name} está en marcha, pero hay ${copies} copias (pids ${pids}). Cierre las que sobren; Estatus no cierra ninguna.`,
  unknown: (name, why) => `${name}: no se pudo saber si está en marcha (${why}). No se hizo nada.`,
  hungPaused: (name, pid, until) =>
    `${name} está colgado (pid ${pid}). No se hace nada hasta ${until}: está en pausa.`,
  paused: (name, until) => `${name} no está abierto, y puede seguir así hasta ${until}: está en pausa.`,
  missing: (name) => `${name} no está abierto.`,
  missingFor: (name, earliest, latest, cause) =>
    `${name} dejó de funcionar entre ${las(earliest)} y ${las(latest)}: ${cause}.`,
  missingSince: (name, when, cause) => `${name} dejó de funcionar ${aLas(when)}: ${cause}.`,
  started: (name, pid) =>
    `${name} está en marcha (pid ${pid}): su primer arranque desde que empezó la sesión.`,
  backingOff: (name, due) => `Ningún intento de recuperar ${name} ha durado; el próximo es ${aLas(due)}.`,
  hungBackingOff: (name, pid, due) =>
    `${name} está colgado (pid ${pid}); tan poco después del último intento de recuperarlo, el próximo es ${aLas(due)}.`,
  suspectedHung: (name) => `${name} no responde. Se mira otra vez antes de darlo por colgado.`,
  hung: (name, pid) =>
    `${name} está colgado (pid ${pid}). Queda anotado; con hung_action = "restart" se cerraría.`,
  restartHung: (name, pid) => `${name} está colgado (pid ${pid}) y se cierra.`,
  launched: (name, pid, seconds) => `${name} se ha abierto (pid ${pid}); se observa durante ${seconds}.`,
  survived: (name, pid, away) =>
    `${name} está en marcha otra vez (pid ${pid}).${away === null ? "" : ` Estuvo caído ${away}.`}`,
  restored: (what) => `Recuperó: ${what}.`,
  superseded: (name, pid) => `${name} está en marcha (pid ${pid}): alguien se adelantó.`,
  died: (name) => `${name} se cerró otra vez antes de poder darlo por bueno. Se volverá a intentar.`,
  failed: (name, why) => `${name} no se pudo abrir: ${why}.`,
  unproven: (name, pid) => `${name} está en marcha (pid ${pid}), pero todavía no se puede dar por bueno.`,
  back: (name, pid, away) =>
    `${name} está en marcha (pid ${pid}).${away === null ? "" : ` Había estado caído ${away}.`}`,
  leftToAnother: (name) => `Otra revisión ya está abriendo ${name}.`,
  heldBy: (pid) => `Otra revisión (pid ${pid}) está en ello; esta no tiene nada que hacer.`,
  unknownPlatform: (system) => `Estatus no puede ver los procesos de este sistema (${system}).`,
  unknownPlatformHint: "Úselo en Windows o Linux.",
  between: (min, max) => (min === max ? min : `de ${min} a ${max}`),
  failures: {
    ENOENT: (file) => `${file} no existe. Instálelo otra vez, o corrija "executable" en la configuración`,
    noInterpreter: (file) =>
      `no existe el intérprete de la primera línea de ${file}. Instálelo, o corrija esa línea y su final (LF, no CRLF)`,
    EACCES: (file) =>
      `${file} no se puede ejecutar. Dele permiso de ejecución, o corrija "executable" en la configuración`,
    ENOEXEC: (file) =>
      `${file} no es un programa para este sistema. Corrija "executable" en la configuración`,
  },
});

/** What a check says. */
export const text = inLanguage({ en, es });
