import { inLanguage } from "./language.ts";

const list = (words: readonly string[]) => words.map((word) => `"${word}"`).join(", ");

const en = () => ({
  unreadable: (file: string, why: string) => `The configuration ${file} cannot be read: ${why}.`,
  unreadableHint: 'Correct the path, or write a first one with "estatus config init".',
  notAFile: "it is not a file",
  tooLong: "it is longer than 1 MB",
  notUtf8: (place: string) => `${place}: there are characters in it that are not UTF-8.`,
  notUtf8Hint: 'Save the file anew with the encoding "UTF-8".',
  unwritable: (file: string, why: string) => `The configuration ${file} cannot be written: ${why}.`,
  unwritableHint: "Set ESTATUS_HOME to a folder you may write to, or name another file with --config.",
  syntax: (file: string, line: number, column: number, what: string) =>
    `${file}, line ${line}, column ${column}: ${what}.`,
  syntaxHint: "Put text in quotes, Windows paths in single quotes: executable = 'C:\\Programs\\Agenda.exe'.",
  redefinedHint: "Take one of the two out; each program has a [[program]] of its own.",
  invalid: (place: string, key: string, sentence: string) => `${place}: ${key}: ${sentence}`,
  validateHint: 'Correct it and try "estatus config validate".',
  notDuration: (value: string) => `"${value}" is no duration; write one like "10s", "1m" or "1h30m".`,
  outOfRange: (value: string, least: string, most: string) =>
    `"${value}" is out of range; take at least "${least}" and at most "${most}".`,
  relativePath: (value: string) => `"${value}" is not an absolute path; write it out in full.`,
  notExecutable: (value: string) =>
    `"${value}" does not end in .exe; name the program itself, not a script or a shortcut to it.`,
  controlCharacter: "control characters are not allowed here; take them out.",
  badName: "a name has 1 to 100 characters; write one.",
  unknownKey: (key: string, meant: string | null) =>
    `there is no setting "${key}"; ${meant === null ? '"estatus config schema" shows those there are.' : `did you mean "${meant}"?`}`,
  belongsAbove: (key: string) =>
    `"${key}" is no setting of one program; move it above the first [[program]].`,
  belongsBelow: (key: string) => `"${key}" is a setting of one program; move it below a [[program]].`,
  missing: (key: string) => `"${key}" is missing; add it.`,
  wrongType: (expected: string) =>
    `this must be ${expected === "array" ? "a list" : expected === "object" ? "a table" : `a ${expected}`}; change it.`,
  singleTable: "programs are a list; write [[program]], in double brackets.",
  notOneOf: (values: readonly string[]) => `this must be one of ${list(values)}.`,
  noProgram: "there must be at least one program; add a [[program]] or leave the list out.",
  twice: (name: string) => `the program "${name}" is there twice; give each a name of its own.`,
  sameExecutable: (other: string) =>
    `this is what "${other}" runs too, and a running program is told by its executable, not by its arguments; give each a copy of its own.`,
  sameHeartbeat: (other: string) =>
    `this is the heartbeat of "${other}" too, and a heartbeat tells of one process; give each a file of its own.`,
  noSuchProgram: (name: string) => `There is no program "${name}" in the configuration.`,
  noSuchProgramHint: (names: readonly string[]) => `Choose one of ${list(names)}.`,
  exists: (file: string) => `${file} is there already; nothing was changed.`,
  existsHint: "Edit it, or move it away first.",
  written: (file: string) => `Written: ${file}`,
  valid: (file: string, names: string) => `${file} is valid. Watched: ${names}.`,
  noFile: (file: string, names: string) =>
    `There is no ${file}, so the defaults are used. Watched: ${names}.`,
  template: (
    executable: string,
    words: string,
    heartbeat: string,
  ) => `# What Estatus keeps running. Check this file with: estatus config validate
interval = "1m"                 # time between two checks

[[program]]
name = "Agenda"
executable = ${executable}
arguments = ${words}
heartbeat = ${heartbeat}   # optional
survive = "10s"                 # a relaunched program must live this long before the attempt counts
backoff_cap = "15m"             # the longest wait between two attempts
stable_after = "10m"            # up this long, earlier attempts are forgotten
hung_after = "60s"              # a heartbeat older than this at three checks in a row means that it hangs
hung_action = "record"          # or "restart"
`,
});

const es: typeof en = () => ({
  unreadable: (file, why) => `No se puede leer la configuración ${file}: ${why}.`,
  unreadableHint: 'Corrija la ruta, o cree una configuración con "estatus config init".',
  notAFile: "no es un archivo",
  tooLong: "ocupa más de 1 MB",
  notUtf8: (place) => `${place}: contiene caracteres que no son UTF-8.`,
  notUtf8Hint: 'Guarde el archivo otra vez con la codificación "UTF-8".',
  unwritable: (file, why) => `No se puede escribir la configuración ${file}: ${why}.`,
  unwritableHint:
    "Ponga en ESTATUS_HOME una carpeta en la que pueda escribir, o indique otro archivo con --config.",
  syntax: (file, line, column, what) => `${file}, línea ${line}, columna ${column}: ${what}.`,
  syntaxHint:
    "Ponga el texto entre comillas, y las rutas de Windows entre comillas simples: executable = 'C:\\Programas\\Agenda.exe'.",
  redefinedHint: "Quite uno de los dos; cada programa tiene su propio [[program]].",
  invalid: (place, key, sentence) => `${place}: ${key}: ${sentence}`,
  validateHint: 'Corríjalo y pruebe con "estatus config validate".',
  notDuration: (value) => `"${value}" no es una duración; escriba una como "10s", "1m" o "1h30m".`,
  outOfRange: (value, least, most) =>
    `"${value}" está fuera de rango; ponga como mínimo "${least}" y como máximo "${most}".`,
  relativePath: (value) => `"${value}" no es una ruta absoluta; escríbala entera.`,
  notExecutable: (value) =>
    `"${value}" no acaba en .exe; ponga el programa mismo, no un script ni un acceso directo a él.`,
  controlCharacter: "aquí no se admiten caracteres de control; quítelos.",
  badName: "un nombre tiene de 1 a 100 caracteres; escriba uno.",
  unknownKey: (key, meant) =>
    `no existe el ajuste "${key}"; ${meant === null ? '"estatus config schema" muestra los que hay.' : `¿quiso decir "${meant}"?`}`,
  belongsAbove: (key) => `"${key}" no es un ajuste de un programa; póngalo antes del primer [[program]].`,
  belongsBelow: (key) => `"${key}" es un ajuste de un programa; póngalo después de un [[program]].`,
  missing: (key) => `falta "${key}"; añádalo.`,
  wrongType: (expected) => {
    const names: Record<string, string> = { array: "una lista", string: "un texto", object: "una tabla" };
    return `esto debe ser ${names[expected] ?? expected}; cámbielo.`;
  },
  singleTable: "los programas son una lista; ponga [[program]], entre corchetes dobles.",
  notOneOf: (values) => `esto debe ser uno de ${list(values)}.`,
  noProgram: "debe haber al menos un programa; añada un [[program]] o quite la lista.",
  twice: (name) => `el programa "${name}" está dos veces; ponga un nombre distinto a cada uno.`,
  sameExecutable: (other) =>
    `es lo mismo que abre "${other}", y un programa en marcha se reconoce por su ejecutable, no por sus argumentos; ponga una copia distinta a cada uno.`,
  sameHeartbeat: (other) =>
    `es también el latido de "${other}", y un latido habla de un solo proceso; ponga un archivo distinto a cada uno.`,
  noSuchProgram: (name) => `No hay ningún programa "${name}" en la configuración.`,
  noSuchProgramHint: (names) => `Elija uno de ${list(names)}.`,
  exists: (file) => `${file} ya existe; no se cambió nada.`,
  existsHint: "Edítelo, o muévalo antes a otro lugar.",
  written: (file) => `Escrito: ${file}`,
  valid: (file, names) => `${file} es válido. Se vigila: ${names}.`,
  noFile: (file, names) => `No existe ${file}, así que se usan los valores por defecto. Se vigila: ${names}.`,
  template: (
    executable,
    words,
    heartbeat,
  ) => `# Lo que Estatus mantiene en marcha. Revise este archivo con: estatus config validate
interval = "1m"                 # tiempo entre dos revisiones

[[program]]
name = "Agenda"
executable = ${executable}
arguments = ${words}
heartbeat = ${heartbeat}   # opcional
survive = "10s"                 # un programa reabierto debe durar esto para que el intento cuente
backoff_cap = "15m"             # la espera más larga entre dos intentos
stable_after = "10m"            # en marcha este tiempo, los intentos anteriores se olvidan
hung_after = "60s"              # con un latido más viejo que esto en tres revisiones seguidas, está colgado
hung_action = "record"          # o "restart"
`,
});

/** What the configuration says of itself. */
export const text = inLanguage({ en, es });
