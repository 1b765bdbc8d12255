import { pick } from "./language.ts";

const en = {
  newer: (file: string, has: number, knows: number) =>
    `${file} was written by a newer version of this program (schema ${has}; this one knows ${knows}).`,
  newerHint: "Install the newest version, or move the file away to begin a new one.",
};

const es: typeof en = {
  newer: (file, has, knows) =>
    `${file} fue escrito por una versión más nueva de este programa (esquema ${has}; esta conoce el ${knows}).`,
  newerHint: "Instale la versión más nueva, o mueva el archivo a otro lugar para empezar uno nuevo.",
};

/** What is said of a database. */
export const text = () => pick({ en, es });
