import { pick } from "./language.ts";

const en = {
  quoteNotClosed: "A quote is opened in this row and never closed.",
  nothingInRow: "There is neither a name nor a phone in this row.",
  looksLikeHeading: "This row looks like a heading.",
  cardNotEnded: "This card has no end: the file may be cut off.",
  nothingInCard: "There is neither a name nor a phone in this card.",
  notAContact: "This entry is not a name and a phone.",
  empty: (file: string) => `${file} is empty.`,
  emptyHint: "Choose a file with contacts in it.",
  tooLarge: (file: string) => `${file} is too large for a list of contacts.`,
  tooLargeHint: "Split it into files of less than 400 MB.",
  unknown: (file: string) => `It cannot be told what ${file} is.`,
  unknownHint: "Agenda reads .csv, .vcf and .pickle files.",
  pickleRefused: (name: string) =>
    `The pickle file asks for ${name}, which no list of contacts needs; nothing was run and nothing was taken in.`,
  pickleRefusedHint: "Do not trust this file. If it is yours, export the contacts as CSV instead.",
  pickleBroken: (position: number) => `The pickle file is damaged or cut off at byte ${position}.`,
  pickleBrokenHint: "Copy it again from where it came from.",
};

const es: typeof en = {
  quoteNotClosed: "En esta fila se abren unas comillas que no se cierran.",
  nothingInRow: "En esta fila no hay ni nombre ni teléfono.",
  looksLikeHeading: "Esta fila parece un encabezado.",
  cardNotEnded: "Esta tarjeta no tiene final: puede que el archivo esté cortado.",
  nothingInCard: "En esta tarjeta no hay ni nombre ni teléfono.",
  notAContact: "Esta entrada no es un nombre y un teléfono.",
  empty: (file) => `${file} está vacío.`,
  emptyHint: "Elija un archivo que tenga contactos.",
  tooLarge: (file) => `${file} es demasiado grande para ser una lista de contactos.`,
  tooLargeHint: "Divídalo en archivos de menos de 400 MB.",
  unknown: (file) => `No se puede saber qué es ${file}.`,
  unknownHint: "Agenda lee archivos .csv, .vcf y .pickle.",
  pickleRefused: (name) =>
    `El archivo pickle pide ${name}, que ninguna lista de contactos necesita; no se ha ejecutado ni importado nada.`,
  pickleRefusedHint: "No se fíe de este archivo. Si es suyo, exporte los contactos como CSV.",
  pickleBroken: (position) => `El archivo pickle está dañado o cortado en el byte ${position}.`,
  pickleBrokenHint: "Vuelva a copiarlo de donde lo tenía.",
};

export const text = () => pick({ en, es });
