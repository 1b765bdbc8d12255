import { inLanguage } from "./language.ts";

const inEn = (count: number) => new Intl.NumberFormat("en").format(count);
const inEs = (count: number) => new Intl.NumberFormat("es").format(count);

const moreEn = (count: number) => (count === 0 ? "" : ` and ${inEn(count)} more`);
const moreEs = (count: number) => (count === 0 ? "" : ` y ${inEs(count)} más`);

const en = () => ({
  quoteNotClosed: "A quote is opened in this row and never closed.",
  nothingInRow: "There is neither a name nor a phone in this row.",
  looksLikeHeading: "This row looks like a heading.",
  numberCut: "A spreadsheet rounded a phone in this row, or wrote signs for it: its digits are gone.",
  tooManyCells: "This row has more cells than there are headings: a name with a comma must stand in quotes.",
  cardNotEnded: "This card has no end: the file may be cut off.",
  cardOfGroup: "This card is a group of contacts, and not a contact.",
  nothingInCard: "There is neither a name nor a phone in this card.",
  tooLong: "The name or the phone is longer than 1,000 characters.",
  notAContact: "This entry is not a name and a phone.",
  empty: (file: string) => `${file} is empty.`,
  emptyHint: "Choose a file with contacts in it.",
  tooLarge: (file: string) => `${file} is too large for a list of contacts.`,
  tooLargeHint: "Split it into files of less than 400 MB.",
  archive: (file: string) => `${file} is a packed folder (zip), and not a list of contacts itself.`,
  archiveHint: "Unpack it, and choose the .vcf or .csv file that is in it.",
  workbook: (file: string) => `${file} is a workbook or another packed file, and not a plain list.`,
  workbookHint: "Open it in Excel or LibreOffice, save it as CSV, and choose that file.",
  document: (file: string) => `${file} is a web page or another document, and not a plain list.`,
  noText: (file: string) => `${file} holds no text: it is damaged, or not what its name says.`,
  unknown: (file: string) => `It cannot be told what ${file} is.`,
  unknownHint: "Agenda reads .csv, .vcf and .pickle files.",
  pickleRefused: (name: string) =>
    `The pickle file asks for ${name}, which no list of contacts needs; nothing was run and nothing was taken in.`,
  pickleRefusedHint: "Do not trust this file. If it is yours, export the contacts as CSV instead.",
  pickleBroken: (position: number) => `The pickle file is damaged or cut off at byte ${position}.`,
  pickleBrokenHint: "Copy it again from where it came from.",
  isFolder: (file: string) => `${file} is a folder.`,
  isFolderHint: "Name a file in it.",
  noFile: (file: string) => `There is no file ${file}.`,
  noFileHint: "Check its name and its folder.",
  cannotRead: (file: string, reason: string) => `${file} cannot be read: ${reason}.`,
  cannotReadHint: "Check that you may open it and that no other program holds it.",
  nothing: (file: string) => `There are no contacts in ${file}.`,
  nothingHint: "Open it to see what it holds.",
  noImport: "This import is over, or another one was chosen since.",
  noImportHint: "Choose the file again.",
  reading: (percent: string) => `Reading… ${percent}`,
  adding: (percent: string) => `Adding… ${percent}`,
  preview: (file: string, fresh: number, duplicate: number, unreadable: number) =>
    `${file}: ${inEn(fresh)} new, ${inEn(duplicate)} already there, ${inEn(unreadable)} unreadable.`,
  column: (letter: string) => `column ${letter}`,
  place: (number: number) => `value ${inEn(number)}`,
  whereNoOther: (heading: string) => `${heading} (where there is no other)`,
  columns: {
    name: (headings: string, more: number) => `  Name: ${headings}${moreEn(more)}`,
    phone: (headings: string, more: number) => `  Phone: ${headings}${moreEn(more)}`,
    instead: (headings: string, more: number) => `  Where there is no name: ${headings}${moreEn(more)}`,
    left: (headings: string, more: number) => `  Left out: ${headings}${moreEn(more)}`,
  },
  unreadableRow: (row: number, reason: string) => `  ${row}: ${reason}`,
  moreRows: (count: number) => `  … and ${inEn(count)} more.`,
  added: (count: number) =>
    count === 0
      ? "Nothing was added."
      : `${inEn(count)} ${count === 1 ? "contact" : "contacts"} added. Agenda can undo this as one step.`,
  exported: (count: number, file: string) =>
    `${inEn(count)} ${count === 1 ? "contact" : "contacts"} written to ${file}.`,
  noContacts: (folder: string) => `There are no contacts of Agenda in ${folder}; nothing was written.`,
  noContactsHint: "Check what was given as --data or AGENDA_HOME.",
  noPickleExport: "Agenda reads pickle files and does not write them.",
  unknownExport: (file: string) => `It cannot be told from its name what ${file} is to be.`,
  exportHint: "Give the file a name that ends in .csv or .vcf.",
  noFolder: (file: string) => `The folder of ${file} does not exist.`,
  noFolderHint: "Make it first, or name another one.",
  cannotExport: (file: string, reason: string) => `${file} cannot be written: ${reason}.`,
  cannotExportHint: "Choose another place, or make room there. Nothing was left behind.",
});

const es: typeof en = () => ({
  quoteNotClosed: "En esta fila se abren unas comillas que no se cierran.",
  nothingInRow: "En esta fila no hay ni nombre ni teléfono.",
  looksLikeHeading: "Esta fila parece un encabezado.",
  numberCut:
    "Una hoja de cálculo redondeó un teléfono de esta fila, o puso signos en su lugar: faltan sus cifras.",
  tooManyCells: "Esta fila tiene más celdas que encabezados: un nombre con coma debe ir entre comillas.",
  cardNotEnded: "Esta tarjeta no tiene final: puede que el archivo esté cortado.",
  cardOfGroup: "Esta tarjeta es un grupo de contactos, no un contacto.",
  nothingInCard: "En esta tarjeta no hay ni nombre ni teléfono.",
  tooLong: "El nombre o el teléfono tiene más de 1000 caracteres.",
  notAContact: "Esta entrada no es un nombre y un teléfono.",
  empty: (file) => `${file} está vacío.`,
  emptyHint: "Elija un archivo que tenga contactos.",
  tooLarge: (file) => `${file} es demasiado grande para ser una lista de contactos.`,
  tooLargeHint: "Divídalo en archivos de menos de 400 MB.",
  archive: (file) => `${file} es una carpeta comprimida (zip), no una lista de contactos.`,
  archiveHint: "Descomprímala y elija el archivo .vcf o .csv que contiene.",
  workbook: (file) => `${file} es un libro de Excel u otro archivo comprimido, no una lista de texto.`,
  workbookHint: "Ábralo con Excel o LibreOffice, guárdelo como CSV y elija ese archivo.",
  document: (file) => `${file} es una página web u otro documento, no una lista de texto.`,
  noText: (file) => `${file} no contiene texto: está dañado o no es lo que dice su nombre.`,
  unknown: (file) => `No se puede saber qué es ${file}.`,
  unknownHint: "Agenda lee archivos .csv, .vcf y .pickle.",
  pickleRefused: (name) =>
    `El archivo pickle pide ${name}, que ninguna lista de contactos necesita; no se ha ejecutado ni importado nada.`,
  pickleRefusedHint: "No se fíe de este archivo. Si es suyo, exporte los contactos como CSV.",
  pickleBroken: (position) => `El archivo pickle está dañado o cortado en el byte ${position}.`,
  pickleBrokenHint: "Vuelva a copiarlo de donde lo tenía.",
  isFolder: (file) => `${file} es una carpeta.`,
  isFolderHint: "Indique un archivo que esté en ella.",
  noFile: (file) => `No existe el archivo ${file}.`,
  noFileHint: "Compruebe su nombre y su carpeta.",
  cannotRead: (file, reason) => `No se puede leer ${file}: ${reason}.`,
  cannotReadHint: "Compruebe que puede abrirlo y que no lo tiene abierto otro programa.",
  nothing: (file) => `En ${file} no hay contactos.`,
  nothingHint: "Ábralo para ver qué contiene.",
  noImport: "Esta importación ya terminó, o se ha elegido otra.",
  noImportHint: "Elija el archivo otra vez.",
  reading: (percent) => `Leyendo… ${percent}`,
  adding: (percent) => `Añadiendo… ${percent}`,
  preview: (file, fresh, duplicate, unreadable) =>
    `${file}: ${inEs(fresh)} ${fresh === 1 ? "nuevo" : "nuevos"}, ${inEs(duplicate)} que ya ${duplicate === 1 ? "estaba" : "estaban"}, ${inEs(unreadable)} ${unreadable === 1 ? "ilegible" : "ilegibles"}.`,
  column: (letter) => `columna ${letter}`,
  place: (number) => `valor ${inEs(number)}`,
  whereNoOther: (heading) => `${heading} (si no hay otro)`,
  columns: {
    name: (headings, more) => `  Nombre: ${headings}${moreEs(more)}`,
    phone: (headings, more) => `  Teléfono: ${headings}${moreEs(more)}`,
    instead: (headings, more) => `  Si falta el nombre: ${headings}${moreEs(more)}`,
    left: (headings, more) => `  Sin leer: ${headings}${moreEs(more)}`,
  },
  unreadableRow: (row, reason) => `  ${row}: ${reason}`,
  moreRows: (count) => `  … y ${inEs(count)} más.`,
  added: (count) => {
    if (count === 0) return "No se ha añadido nada.";
    return `${count === 1 ? "1 contacto añadido" : `${inEs(count)} contactos añadidos`}. Agenda puede deshacerlo en un solo paso.`;
  },
  exported: (count, file) =>
    `${count === 1 ? "1 contacto escrito" : `${inEs(count)} contactos escritos`} en ${file}.`,
  noContacts: (folder) => `En ${folder} no hay contactos de Agenda; no se ha escrito nada.`,
  noContactsHint: "Compruebe lo que se indicó en --data o en AGENDA_HOME.",
  noPickleExport: "Agenda lee archivos pickle, pero no los escribe.",
  unknownExport: (file) => `Por su nombre no se sabe qué debe ser ${file}.`,
  exportHint: "Dé al archivo un nombre que termine en .csv o .vcf.",
  noFolder: (file) => `La carpeta de ${file} no existe.`,
  noFolderHint: "Créela antes, o indique otra.",
  cannotExport: (file, reason) => `No se puede escribir ${file}: ${reason}.`,
  cannotExportHint: "Elija otro lugar, o libere espacio en él. No ha quedado nada a medias.",
});

/** What import and export say. */
export const text = inLanguage({ en, es });
