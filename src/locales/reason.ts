import { language, type Language } from "./language.ts";

const AGAIN = "could not look again: ";

// Scripts read the record and the JSON, so a reason is kept in English and only said in Spanish.
const es: readonly (readonly [kept: RegExp, said: string])[] = [
  [/^the session is ending$/, "la sesión se está cerrando"],
  [/^the check was interrupted before the launch$/, "la revisión se interrumpió antes de abrirlo"],
  [/^no answer within (\d+) s$/, "sin respuesta en $1 s"],
  [/^the list came back incomplete$/, "la lista de procesos llegó incompleta"],
  [/^Windows gives no list of processes$/, "Windows no da la lista de procesos"],
  [
    /^Windows does not let us look at process (\d+) \(error (\d+)\)$/,
    "Windows no deja mirar el proceso $1 (error $2)",
  ],
  [/^no creation time of process (\d+)$/, "no se sabe cuándo empezó el proceso $1"],
  [/^Windows does not say which user this is$/, "Windows no dice qué usuario es este"],
  [/^\/proc does not show this process$/, "/proc no muestra este proceso"],
  [
    /^\/proc\/PID\/stat has a form that this program does not know$/,
    "/proc/PID/stat tiene una forma que este programa no conoce",
  ],
  [
    /^this process is not in its own process table$/,
    "este proceso no aparece en su propia lista de procesos",
  ],
  [/^(.+) is not a folder$/s, "$1 no es una carpeta"],
  [/^(.+) belongs to another user$/s, "$1 es de otro usuario"],
];

/** A reason as people read it: our own sentences in `shownIn`, the system's as they are. */
export function reasonText(kept: string, shownIn: Language = language()): string {
  if (shownIn === "en") return kept;
  if (kept.startsWith(AGAIN)) {
    return `no se pudo mirar otra vez: ${reasonText(kept.slice(AGAIN.length), shownIn)}`;
  }
  const found = es.find(([pattern]) => pattern.test(kept));
  return found ? kept.replace(...found) : kept;
}
