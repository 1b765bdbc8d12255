import { inLanguage } from "./language.ts";

const en = () => ({
  marks: { ok: "ok     ", warning: "warning", failure: "FAILURE" },
  healthy: "Nothing keeps Estatus from working.",
  unhealthy: "Estatus cannot work as it should until the failures are cured.",
  defaults: "There is no configuration file; the defaults are used.",
  config: (file: string) => `${file} is valid.`,
  executable: (name: string, file: string) => `${name} can be launched: ${file}`,
  notAFile: (name: string, file: string) => `${name}: ${file} is not a file.`,
  cannotRun: (name: string, file: string, why: string) => `${name}: ${file} cannot be launched (${why}).`,
  correctExecutable: 'Install the program again, or correct "executable" in the configuration.',
  interpreter: (name: string, file: string) =>
    `${file} runs other programs too, and each of its processes counts as ${name}.`,
  interpreterCure: (platform: string): string =>
    platform === "win32"
      ? "Watch an .exe of its own (jpackage and PyInstaller make one), unless nothing else runs with this file."
      : "Watch its script, with a first line (#!) and the right to run, unless nothing else runs with this file.",
  sameFile: (name: string, other: string) =>
    `${name} and ${other} are one executable by links: whichever runs counts for both.`,
  sameFileCure: 'Give each a copy of its own, and name that as "executable" in the configuration.',
  hasty: (name: string, after: string) =>
    `${name} is taken for hung ${after} after a heartbeat, and a program beats every 5 s only.`,
  hastyCure: (least: string) => `Set hung_after to "${least}" or more.`,
  heartbeat: (name: string) => `${name} keeps its heartbeat.`,
  noHeartbeat: (name: string, file: string) => `${name} has left no heartbeat in ${file}.`,
  noHeartbeatCure: 'It writes one once it runs. If it never does, take "heartbeat" out of the configuration.',
  staleHeartbeat: (name: string, file: string) => `${name} has not beaten for a while: ${file} is old.`,
  staleHeartbeatCure: 'If it hangs, close it; hung_action = "restart" does so by itself.',
  processes: (count: number) => `The process table can be read (${count} processes).`,
  noProcesses: (why: string) => `The process table cannot be read (${why}).`,
  noProcessesCure:
    "On Linux mount /proc as for any user; on Windows keep the vendor folder beside estatus.exe.",
  folder: (folder: string) => `${folder} can be written.`,
  openFolder: (folder: string) => `Other users may write to ${folder}.`,
  openFolderCure: (folder: string) => `chmod go-w '${folder}'`,
  noFolder: (folder: string, why: string) => `${folder} cannot be written (${why}).`,
  noFolderCure: "Correct its permissions, or set ESTATUS_HOME to a folder you may write to.",
  space: (megabytes: number) => `${megabytes} MB of disk are free.`,
  littleSpace: (megabytes: number) => `Only ${megabytes} MB of disk are free.`,
  littleSpaceCure: "Free some space, or nothing more can be recorded soon.",
  noStoreYet: "There is no record yet; the first check begins it.",
  store: "The record is whole.",
  damaged: (why: string) => `The record cannot be used (${why}).`,
  busy: "Another program holds the record, so it could not be looked into now.",
  busyCure:
    "Run it again in a minute. If it stays so, close what else has estatus.db open, such as a database viewer or a backup.",
  trusted: "No other user of this PC can change what is run or read.",
  exposed: (place: string) => `${place} can be changed by other users of this PC.`,
  exposedCure: (place: string) =>
    `Let only its owner write there: chmod go-w "${place}", and own it yourself.`,
  exposedTo: (place: string, who: string) => `${place} can be changed by others of this PC (${who}).`,
  exposedToCure: (place: string) =>
    `Take their rights away: icacls "${place}" /inheritance:d, then icacls "${place}" /remove:g and their name; or install for yourself alone.`,
  damagedCure: 'Run "estatus doctor --repair": it is kept under another name and a new one begins.',
  spool: "Something seen earlier still waits in spool.jsonl.",
  spoolCure: 'The next check takes it in; "estatus doctor --repair" does it now.',
  spoolStaysCure: 'Cure that first, then run "estatus doctor --repair" again.',
  noSpool: "Nothing waits in the spool.",
  neverChecked: (name: string) => `No check has looked at ${name} yet.`,
  overdue: (name: string, at: string) =>
    `The last check of ${name} was at ${at}; none seems to be scheduled.`,
  scheduleCure: (platform: string): string =>
    platform === "win32" ? "Run: estatus register" : "Keep one running: estatus watch",
  checked: (name: string, at: string) => `The last check of ${name} was at ${at}.`,
  copies: (name: string) => `${name} runs in more than one copy.`,
  copiesCure: "Close the copies you do not need; Estatus ends none.",
  unknown: (name: string, why: string) => `The last check could not tell whether ${name} runs (${why}).`,
  unknownCure: "Run: estatus check",
});

const es: typeof en = () => ({
  marks: { ok: "bien ", warning: "aviso", failure: "FALLO" },
  healthy: "Nada impide que Estatus funcione.",
  unhealthy: "Estatus no puede funcionar como debe hasta que se remedien los fallos.",
  defaults: "No hay archivo de configuración; se usan los valores por defecto.",
  config: (file) => `${file} es válido.`,
  executable: (name, file) => `${name} se puede abrir: ${file}`,
  notAFile: (name, file) => `${name}: ${file} no es un archivo.`,
  cannotRun: (name, file, why) => `${name}: ${file} no se puede abrir (${why}).`,
  correctExecutable: 'Instale otra vez el programa, o corrija "executable" en la configuración.',
  interpreter: (name, file) =>
    `${file} también ejecuta otros programas, y cada uno de sus procesos cuenta como ${name}.`,
  interpreterCure: (platform) =>
    platform === "win32"
      ? "Vigile un .exe propio (jpackage y PyInstaller lo crean), salvo que nada más se ejecute con este archivo."
      : "Vigile su script, con primera línea (#!) y permiso de ejecución, salvo que nada más se ejecute con este archivo.",
  sameFile: (name, other) =>
    `${name} y ${other} son un mismo ejecutable por medio de enlaces: el que esté en marcha cuenta por los dos.`,
  sameFileCure: 'Ponga una copia distinta a cada uno, e indíquela en "executable" en la configuración.',
  hasty: (name, after) =>
    `${name} se da por colgado ${after} después de un latido, y un programa solo late cada 5 s.`,
  hastyCure: (least) => `Ponga hung_after a "${least}" o más.`,
  heartbeat: (name) => `${name} mantiene su latido.`,
  noHeartbeat: (name, file) => `${name} no ha dejado ningún latido en ${file}.`,
  noHeartbeatCure:
    'Lo escribe cuando está en marcha. Si nunca lo hace, quite "heartbeat" de la configuración.',
  staleHeartbeat: (name, file) => `${name} no da señales desde hace un rato: ${file} es antiguo.`,
  staleHeartbeatCure: 'Si está colgado, ciérrelo; con hung_action = "restart" se cierra solo.',
  processes: (count) => `La lista de procesos se puede leer (${count} procesos).`,
  noProcesses: (why) => `La lista de procesos no se puede leer (${why}).`,
  noProcessesCure:
    "En Linux monte /proc como para cualquier usuario; en Windows deje la carpeta vendor junto a estatus.exe.",
  folder: (folder) => `En ${folder} se puede escribir.`,
  openFolder: (folder) => `Otros usuarios pueden escribir en ${folder}.`,
  openFolderCure: (folder) => `chmod go-w '${folder}'`,
  noFolder: (folder, why) => `En ${folder} no se puede escribir (${why}).`,
  noFolderCure: "Corrija sus permisos, o ponga en ESTATUS_HOME una carpeta en la que pueda escribir.",
  space: (megabytes) => `Quedan ${megabytes} MB libres en el disco.`,
  littleSpace: (megabytes) => `Solo quedan ${megabytes} MB libres en el disco.`,
  littleSpaceCure: "Libere espacio, o pronto no se podrá anotar nada más.",
  noStoreYet: "Todavía no hay registro; la primera revisión lo empieza.",
  store: "El registro está entero.",
  damaged: (why) => `El registro no se puede usar (${why}).`,
  busy: "Otro programa tiene ocupado el registro: ahora no se ha podido examinar.",
  busyCure:
    "Repítalo dentro de un minuto. Si sigue igual, cierre lo que tenga abierto estatus.db, como un visor de bases de datos o una copia de seguridad.",
  trusted: "Ningún otro usuario de este equipo puede cambiar lo que se abre o se lee.",
  exposed: (place) => `Otros usuarios de este equipo pueden cambiar ${place}.`,
  exposedCure: (place) =>
    `Que solo su dueño pueda escribir ahí: chmod go-w "${place}", y que el dueño sea usted.`,
  exposedTo: (place, who) => `Otros de este equipo pueden cambiar ${place} (${who}).`,
  exposedToCure: (place) =>
    `Quíteles los permisos: icacls "${place}" /inheritance:d y luego icacls "${place}" /remove:g y su nombre; o instale solo para usted.`,
  damagedCure: 'Ejecute "estatus doctor --repair": se guarda con otro nombre y empieza uno nuevo.',
  spool: "En spool.jsonl queda algo por pasar al registro.",
  spoolCure: 'La próxima revisión lo pasa; "estatus doctor --repair" lo hace ahora.',
  spoolStaysCure: 'Remedie eso primero y ejecute otra vez "estatus doctor --repair".',
  noSpool: "En spool.jsonl no queda nada por pasar al registro.",
  neverChecked: (name) => `${name} todavía no se ha revisado.`,
  overdue: (name, at) => `La última revisión de ${name} fue el ${at}; parece que no hay ninguna programada.`,
  scheduleCure: (platform) =>
    platform === "win32" ? "Ejecute: estatus register" : "Deje una en marcha: estatus watch",
  checked: (name, at) => `La última revisión de ${name} fue el ${at}.`,
  copies: (name) => `Hay más de una copia de ${name} en marcha.`,
  copiesCure: "Cierre las copias que sobren; Estatus no cierra ninguna.",
  unknown: (name, why) => `La última revisión no pudo saber si ${name} está en marcha (${why}).`,
  unknownCure: "Ejecute: estatus check",
});

/** What `estatus doctor` says. */
export const text = inLanguage({ en, es });
