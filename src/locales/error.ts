import { inLanguage } from "./language.ts";

const en = () => ({
  makeRoom: "The disk is full: free some space and try again.",
  repair: 'Run "estatus doctor --repair": it keeps the damaged file under another name.',
  checkPermissions: "Check the permissions of that folder and try again.",
  tryAgain: 'Try again; if it stays, run "estatus doctor", or set ESTATUS_DEBUG=1 and report what it prints.',
});

const es: typeof en = () => ({
  makeRoom: "El disco está lleno: libere espacio y pruebe otra vez.",
  repair: 'Ejecute "estatus doctor --repair": guarda el archivo dañado con otro nombre.',
  checkPermissions: "Revise los permisos de esa carpeta y pruebe otra vez.",
  tryAgain:
    'Pruebe otra vez; si continúa, ejecute "estatus doctor", o ponga ESTATUS_DEBUG=1 y comunique lo que escriba.',
});

/** What is to be done about an error of the system. */
export const text = inLanguage({ en, es });
