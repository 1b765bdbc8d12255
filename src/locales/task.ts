import type { TaskFailure } from "../estatus/core/task-failure.ts";
import type { TaskResult } from "../estatus/core/task-result.ts";
import { inLanguage } from "./language.ts";

const en = () => ({
  description: (programs: readonly string[], every: string) =>
    `Looks every ${every} for ${programs.join(", ")}, brings back what is missing and records the outage. Made by "estatus register", removed by "estatus unregister".`,
  nothing: (name: string) => `"${name}" is registered as it should be; nothing to do.`,
  registered: (name: string) => `"${name}" is registered with Task Scheduler.`,
  upgraded: (name: string) => `"${name}" was registered differently and is now as it should be.`,
  minimal: (code: string) =>
    `Windows refused the triggers for unlock, resume and crashes (${code}): the check runs every minute and at logon.`,
  notReadBack: "Task Scheduler gave no readable answer afterwards, so what it keeps could not be compared.",
  notAsAsked: (places: string) => `Task Scheduler does not keep it as asked for: ${places}.`,
  removed: (name: string) => `"${name}" is not registered with Task Scheduler any more.`,
  wouldRun: (program: string) => `Would run: ${program}`,
  example: "This is not Windows: user and paths are examples.",
  homeIsSet: (name: string) =>
    `${name} is set here, but the task has only what Windows keeps for your account: set it there too ("setx").`,
  configStays: (file: string) =>
    `The task runs with ${file}, as it was registered before; "estatus unregister" forgets that.`,
  notWindows: "Task Scheduler is Windows'; this system has none.",
  notWindowsHint:
    'Run "estatus watch" in the session\'s autostart, or "estatus check" from a timer of the user.',
  failed: (name: string, code: string) => `"${name}" could not be changed in Task Scheduler (${code}).`,
  cures: {
    denied:
      'It may belong to an administrator: open a terminal as administrator, run "estatus unregister", then "estatus register" from an ordinary one.',
    missing: "Run it again; if it stays, ask whoever administers this PC.",
    "service-stopped": 'Start the service "Task Scheduler" (services.msc), then run it again.',
    policy: "A policy of your organisation forbids it; ask whoever administers this PC.",
    invalid:
      'Windows does not accept the definition: report it, with the output of "estatus register --print".',
    "no-answer": "Task Scheduler did not answer in time, or schtasks.exe is not there; run it again.",
    other: "Look the code up, or run it again from a new terminal.",
  } satisfies Record<TaskFailure, string>,
  health: {
    healthy: "The task is registered as it should be.",
    minimal: "The task runs every minute and at logon; Windows refused the other triggers.",
    missing: "The task is not registered.",
    disabled: "The task is disabled in Task Scheduler.",
    unknown: "Task Scheduler gave no readable answer: whether the task is registered is unknown.",
    drifted: (places: string) => `The task differs from what it should be: ${places}.`,
  },
  foundSince: (time: string) => `Checks have found it so since ${time}.`,
  foundLast: (time: string, sentence: string) => `A check found at ${time}: ${sentence}`,
  registerCure: 'Run "estatus register".',
  repairCure: 'Run "estatus register", or "estatus doctor --repair".',
  unknownCure: "Open Task Scheduler and look for it; PowerShell may be restricted on this PC.",
  lastRun: (time: string, result: string) => `It last ran at ${time}: ${result}.`,
  neverRan: "It has not run yet.",
  nextRun: (time: string) => `It runs next at ${time}.`,
  missed: (count: number) => `Missed runs: ${count}.`,
  results: {
    ok: "up",
    "was-down": "was down and is up again",
    down: "down",
    unknown: "could not tell",
    ready: "ready, has not run yet",
    running: "running",
    "never-run": "has not run yet",
    terminated: "ended by Windows or by a user",
    "already-running": "not started, because one was running",
    "not-logged-on": "not started, because the user was not logged on",
    refused: "refused, usually because one was running",
    "console-closed": "ended, its console was closed",
    "session-ending": "ended with the session",
    "file-not-found": "the checker was not found",
    "path-not-found": "the checker's folder was not found",
    "access-denied": "Windows denied it",
    other: "an unknown result",
  } satisfies Record<TaskResult, string>,
});

const es: typeof en = () => ({
  description: (programs, every) =>
    `Comprueba cada ${every} que siga en marcha: ${programs.join(", ")}. Vuelve a abrir lo que falte y anota la caída. La crea "estatus register" y la quita "estatus unregister".`,
  nothing: (name) => `"${name}" ya está bien registrada; no hay nada que hacer.`,
  registered: (name) => `"${name}" queda registrada en el Programador de tareas.`,
  upgraded: (name) => `"${name}" estaba registrada de otra manera y se ha corregido.`,
  minimal: (code) =>
    `Windows no aceptó los desencadenadores de desbloqueo, reanudación y fallos (${code}): se revisa cada minuto y al iniciar sesión.`,
  notReadBack:
    "El Programador de tareas no dio después una respuesta legible: no se pudo comparar lo que guarda.",
  notAsAsked: (places) => `El Programador de tareas no la guarda como se le pidió: ${places}.`,
  removed: (name) => `"${name}" ya no está en el Programador de tareas.`,
  wouldRun: (program) => `Ejecutaría: ${program}`,
  example: "Esto no es Windows: el usuario y las rutas son ejemplos.",
  homeIsSet: (name) =>
    `${name} está definida aquí, pero la tarea solo tiene lo que Windows guarda para su cuenta: defínala también allí ("setx").`,
  configStays: (file) => `La tarea usa ${file}, como se registró antes; "estatus unregister" lo olvida.`,
  notWindows: "El Programador de tareas es de Windows; este sistema no lo tiene.",
  notWindowsHint:
    'Ejecute "estatus watch" al iniciar la sesión, o "estatus check" desde un temporizador del usuario.',
  failed: (name, code) => `No se pudo cambiar "${name}" en el Programador de tareas (${code}).`,
  cures: {
    denied:
      'Puede ser de un administrador: abra un terminal como administrador, ejecute "estatus unregister" y después "estatus register" desde uno normal.',
    missing: "Repítalo; si sigue igual, pregunte a quien administra este equipo.",
    "service-stopped": 'Inicie el servicio "Programador de tareas" (services.msc) y repítalo.',
    policy: "Lo prohíbe una directiva de su organización; pregunte a quien administra este equipo.",
    invalid: 'Windows no acepta la definición: comuníquelo, con la salida de "estatus register --print".',
    "no-answer": "El Programador de tareas no respondió a tiempo, o falta schtasks.exe; repítalo.",
    other: "Busque el código, o repítalo en un terminal nuevo.",
  },
  health: {
    healthy: "La tarea está bien registrada.",
    minimal: "La tarea se ejecuta cada minuto y al iniciar sesión; Windows no aceptó lo demás.",
    missing: "La tarea no está registrada.",
    disabled: "La tarea está deshabilitada en el Programador de tareas.",
    unknown: "El Programador de tareas no dio una respuesta legible: no se sabe si la tarea está registrada.",
    drifted: (places) => `La tarea no es como debe ser: ${places}.`,
  },
  foundSince: (time) => `Las revisiones la encuentran así desde el ${time}.`,
  foundLast: (time, sentence) => `Una revisión encontró el ${time}: ${sentence}`,
  registerCure: 'Ejecute "estatus register".',
  repairCure: 'Ejecute "estatus register" o "estatus doctor --repair".',
  unknownCure: "Búsquela en el Programador de tareas; puede que PowerShell esté restringido en este equipo.",
  lastRun: (time, result) => `Se ejecutó por última vez el ${time}: ${result}.`,
  neverRan: "Todavía no se ha ejecutado.",
  nextRun: (time) => `Se ejecuta de nuevo el ${time}.`,
  missed: (count) => `Ejecuciones que faltaron: ${count}.`,
  results: {
    ok: "en marcha",
    "was-down": "estuvo caído y vuelve a estar en marcha",
    down: "caído",
    unknown: "no se pudo saber",
    ready: "lista, aún sin ejecutar",
    running: "en ejecución",
    "never-run": "aún sin ejecutar",
    terminated: "terminada por Windows o por un usuario",
    "already-running": "no se inició, porque ya había una en ejecución",
    "not-logged-on": "no se inició, porque el usuario no tenía sesión",
    refused: "rechazada, casi siempre porque ya había una en ejecución",
    "console-closed": "terminada al cerrarse su consola",
    "session-ending": "terminada con la sesión",
    "file-not-found": "no se encontró el programa de revisión",
    "path-not-found": "no se encontró la carpeta del programa de revisión",
    "access-denied": "Windows lo denegó",
    other: "un resultado desconocido",
  },
});

/** What is said of the scheduled task. */
export const text = inLanguage({ en, es });
