import { inLanguage } from "./language.ts";

const en = () => ({
  homeUnusable: (folder: string, why: string) =>
    `${folder} cannot be used as Estatus' data folder (${why}). Set ESTATUS_HOME to a folder you may write to.`,
  noStore: (folder: string, why: string) =>
    `The record in ${folder} cannot be written now (${why}); what is seen goes to spool.jsonl until it can. Run "estatus doctor" for the cure.`,
  setAside: (file: string) => `The record was damaged: it was kept as ${file}, and a new one begins.`,
  spoolStays: (why: string) =>
    `What was spooled could not be taken in yet (${why}); the next check tries again.`,
  failed: (program: string, why: string) =>
    `${program}: the record could not be written (${why}); what is seen goes to spool.jsonl.`,
  nothingWritten: (program: string) =>
    `${program}: nothing could be written down, neither in the record nor in a spool. Free some disk space.`,
  damaged: (folder: string) => `The record in ${folder} is damaged.`,
  damagedHint:
    'Run "estatus doctor --repair": it keeps the damaged file under another name, and a new one begins.',
  cannotOpen: (folder: string, why: string) => `The record in ${folder} cannot be opened (${why}).`,
  cannotOpenHint: 'Run "estatus doctor" for the cure.',
});

const es: typeof en = () => ({
  homeUnusable: (folder, why) =>
    `${folder} no sirve como carpeta de datos de Estatus (${why}). Ponga en ESTATUS_HOME una carpeta en la que pueda escribir.`,
  noStore: (folder, why) =>
    `Ahora no se puede escribir el registro de ${folder} (${why}); lo visto va a spool.jsonl hasta que se pueda. Ejecute "estatus doctor" para ver el remedio.`,
  setAside: (file) => `El registro estaba dañado: se guardó como ${file} y empieza uno nuevo.`,
  spoolStays: (why) =>
    `Lo que hay en spool.jsonl no se pudo pasar aún al registro (${why}); la próxima revisión lo intenta otra vez.`,
  failed: (program, why) =>
    `${program}: no se pudo escribir el registro (${why}); lo visto va a spool.jsonl.`,
  nothingWritten: (program) =>
    `${program}: no se pudo anotar nada, ni en el registro ni aparte. Libere espacio en el disco.`,
  damaged: (folder) => `El registro de ${folder} está dañado.`,
  damagedHint:
    'Ejecute "estatus doctor --repair": guarda el archivo dañado con otro nombre, y empieza uno nuevo.',
  cannotOpen: (folder, why) => `No se puede abrir el registro de ${folder} (${why}).`,
  cannotOpenHint: 'Ejecute "estatus doctor" para ver el remedio.',
});

/** What is said of the record. */
export const text = inLanguage({ en, es });
