import { inLanguage } from "./language.ts";

const en = () => ({
  newer: (file: string, has: number, knows: number) =>
    `${file} was written by a newer version of this program (schema ${has}; this one knows ${knows}).`,
  newerHint: "Install the newest version, or move the file away to begin a new one.",
  locked: (file: string) => `${file} is locked by another program; nothing was changed.`,
  lockedHint: "Close whatever has that file open, such as a database browser or a backup, and try again.",
});

const es: typeof en = () => ({
  newer: (file, has, knows) =>
    `${file} fue escrito por una versión más nueva de este programa (esquema ${has}; esta conoce el ${knows}).`,
  newerHint: "Instale la versión más nueva, o mueva el archivo a otro lugar para empezar uno nuevo.",
  locked: (file) => `${file} está bloqueado por otro programa; no se cambió nada.`,
  lockedHint:
    "Cierre lo que tenga abierto ese archivo, como un visor de bases de datos o una copia de seguridad, y pruebe otra vez.",
});

/** What is said of a database. */
export const text = inLanguage({ en, es });
