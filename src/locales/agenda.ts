import { language, inLanguage } from "./language.ts";

type Rebuilt = {
  readonly contacts: number;
  readonly fromBackup: number;
  readonly backupAt: Date | null;
  readonly lost: number | null;
  readonly aside: string | null;
};

const number = (count: number) => count.toLocaleString(language());
const moment = (at: Date) => at.toLocaleString(language(), { dateStyle: "long", timeStyle: "short" });

const en = () => ({
  help: {
    agenda: "Contacts that come back as they were.",
    noWindow: "serve only, and print the link that opens the page once",
    port: "port on 127.0.0.1 (0: a free one)",
    data: "folder of the contacts (default: AGENDA_HOME, else the system's place)",
    import: "add the contacts of a .csv, .vcf or .pickle file",
    export: "write all contacts to a .csv or .vcf file",
    preview: "only say what is in the file",
  },
  badPort: (given: string) => `--port: "${given}" is no port.`,
  badPortHint: "Take a number from 0 to 65535; 0 finds a free one.",
  noFolder: (folder: string, reason: string) => `Agenda cannot keep its contacts in ${folder}: ${reason}.`,
  noFolderHint: "Make the folder writable, or name another one: agenda --data FOLDER",
  noPort: (port: number, reason: string) => `Agenda cannot listen on 127.0.0.1:${port}: ${reason}.`,
  noPortHint: "Leave --port away to take a free one.",
  noAnswer: (folder: string) => `The Agenda that already runs on ${folder} does not answer.`,
  noAnswerHint: "End it, then start Agenda again.",
  pageClosed: "The page was closed, so Agenda has ended. Everything is saved.",
  noPage: "Agenda's page is not there.",
  noPageHint: "In a checkout: npm run build:ui",
  rebuilt: ({ contacts, fromBackup, backupAt, lost, aside }: Rebuilt) =>
    [
      `The contacts file was damaged or missing; ${contacts === 1 ? "1 contact is" : `${number(contacts)} contacts are`} back`,
      backupAt ? `, ${number(fromBackup)} of them from the backup of ${moment(backupAt)}` : "",
      lost === null ? `; what was added ${backupAt ? "after it" : "before"} may be missing` : "",
      lost ? `, and ${number(lost)} ${lost === 1 ? "is" : "are"} lost` : "",
      aside ? `. The damaged file is kept as ${aside}.` : ".",
    ].join(""),
  busy: "Another program is writing the contacts, for example an import.",
  busyHint: "Nothing was changed. Try again in a moment.",
  damaged: "The contacts file is damaged.",
  damagedHint: "Agenda ends; at its next start it brings back all that can be had.",
  keySpent:
    "This link was used already, or is not from the Agenda that runs now. Start Agenda again for a new one.",
  emptyContact: "A contact needs a name or a phone.",
  emptyContactHint: "Type one of them.",
  noContact: "This contact is no longer in the list.",
  noContactHint: "Look in the bin.",
  undoGone: "There is no such change to undo.",
  undoDone: "This was undone already.",
  undoEdited: "A contact of this change was edited again since.",
  undoMoved: "The contacts of this change were deleted or recovered again since.",
  undoHint: "Edit or restore that contact.",
  badRequest: (where: string) => `The request is not understood (${where}).`,
  badRequestHint: "Reload the page.",
  cannotWrite: "The change could not be written: the disk is full or cannot be written.",
  cannotWriteHint: "Nothing was changed. Make room, then try again.",
  noRoom: "The disk is full: the contacts can be read, and changes are saved again when there is room.",
  readOnly:
    "Nothing can be written where the contacts are kept: they can be read, but not changed. When it can, start Agenda again.",
  cannotOpen: (folder: string) =>
    `Agenda cannot open the contacts in ${folder}: the disk is full or cannot be written.`,
  cannotOpenHint:
    "Make room or allow it to be written, then start Agenda again. What is there was left as it is.",
  tooLarge: "This is too much at once.",
  tooLargeHint: "Try again with fewer contacts, or with shorter text.",
  notFound: "There is nothing here.",
  notFoundHint: "Reload the page.",
  forbidden: "This page may not talk to Agenda.",
  forbiddenHint: "Start Agenda to open its own page.",
  over: "This page belongs to an Agenda that is over, or was not opened with its link.",
  overHint: "Start Agenda to open a new page.",
  defect: (reason: string) => `Agenda met a defect of its own: ${reason}.`,
  defectHint: "ESTATUS_DEBUG=1 shows more.",
});

const es: typeof en = () => ({
  help: {
    agenda: "Contactos que vuelven tal como estaban.",
    noWindow: "sin ventana: escribe el enlace que abre la página, y que sirve una sola vez",
    port: "puerto en 127.0.0.1 (0: uno libre)",
    data: "carpeta de los contactos (por defecto: AGENDA_HOME, o el lugar del sistema)",
    import: "añade los contactos de un archivo .csv, .vcf o .pickle",
    export: "escribe todos los contactos en un archivo .csv o .vcf",
    preview: "solo dice qué hay en el archivo",
  },
  badPort: (given) => `--port: "${given}" no es un puerto.`,
  badPortHint: "Ponga un número de 0 a 65535; 0 busca uno libre.",
  noFolder: (folder, reason) => `Agenda no puede guardar sus contactos en ${folder}: ${reason}.`,
  noFolderHint: "Permita escribir en la carpeta, o indique otra: agenda --data CARPETA",
  noPort: (port, reason) => `Agenda no puede escuchar en 127.0.0.1:${port}: ${reason}.`,
  noPortHint: "Quite --port para usar uno libre.",
  noAnswer: (folder) => `La Agenda que ya está abierta en ${folder} no responde.`,
  noAnswerHint: "Ciérrela y vuelva a abrir Agenda.",
  pageClosed: "Se ha cerrado la página, así que Agenda también se ha cerrado. Todo está guardado.",
  noPage: "Falta la página de Agenda.",
  noPageHint: "En una copia del código: npm run build:ui",
  rebuilt: ({ contacts, fromBackup, backupAt, lost, aside }) =>
    [
      `El archivo de contactos estaba dañado o faltaba; ${contacts === 1 ? "se ha recuperado 1 contacto" : `se han recuperado ${number(contacts)} contactos`}`,
      backupAt ? `, ${number(fromBackup)} de ellos de la copia del ${moment(backupAt)}` : "",
      lost === null ? `; puede faltar lo que se añadió ${backupAt ? "después" : "antes"}` : "",
      lost ? `, y ${number(lost)} ${lost === 1 ? "se ha" : "se han"} perdido` : "",
      aside ? `. El archivo dañado se conserva como ${aside}.` : ".",
    ].join(""),
  busy: "Otro programa está escribiendo los contactos, por ejemplo una importación.",
  busyHint: "No se cambió nada. Vuelva a intentarlo en un momento.",
  damaged: "El archivo de contactos está dañado.",
  damagedHint: "Agenda se cierra; la próxima vez que la abra, recuperará todo lo que se pueda.",
  keySpent:
    "Este enlace ya se usó, o no es de la Agenda que está abierta ahora. Abra Agenda otra vez para tener uno nuevo.",
  emptyContact: "Un contacto necesita un nombre o un teléfono.",
  emptyContactHint: "Escriba uno de los dos.",
  noContact: "Este contacto ya no está en la lista.",
  noContactHint: "Búsquelo en la papelera.",
  undoGone: "Ese cambio no existe, así que no se puede deshacer.",
  undoDone: "Esto ya se deshizo.",
  undoEdited: "Después de este cambio se volvió a editar uno de sus contactos.",
  undoMoved: "Después de este cambio se volvieron a eliminar o recuperar sus contactos.",
  undoHint: "Edite o recupere ese contacto.",
  badRequest: (where) => `No se entiende la petición (${where}).`,
  badRequestHint: "Vuelva a cargar la página.",
  cannotWrite: "No se pudo guardar el cambio: el disco está lleno o no se puede escribir en él.",
  cannotWriteHint: "No se cambió nada. Libere espacio y vuelva a intentarlo.",
  noRoom:
    "El disco está lleno: puede consultar los contactos, y los cambios se guardarán cuando haya espacio.",
  readOnly:
    "No se puede escribir donde están los contactos: puede consultarlos, pero no cambiarlos. Cuando se pueda, vuelva a abrir Agenda.",
  cannotOpen: (folder) =>
    `Agenda no puede abrir los contactos de ${folder}: el disco está lleno o no se puede escribir en él.`,
  cannotOpenHint:
    "Libere espacio o permita escribir ahí, y vuelva a abrir Agenda. Lo que había sigue como estaba.",
  tooLarge: "Son demasiados datos de una vez.",
  tooLargeHint: "Pruebe con menos contactos o con un texto más corto.",
  notFound: "Aquí no hay nada.",
  notFoundHint: "Vuelva a cargar la página.",
  forbidden: "Esta página no tiene permiso para comunicarse con Agenda.",
  forbiddenHint: "Abra Agenda para ver su propia página.",
  over: "Esta página es de una Agenda que ya se cerró, o no se abrió con su enlace.",
  overHint: "Abra Agenda para tener una página nueva.",
  defect: (reason) => `Agenda ha tenido un error interno: ${reason}.`,
  defectHint: "Con ESTATUS_DEBUG=1 se ven más detalles.",
});

/** What Agenda's process says. */
export const text = inLanguage({ en, es });
