import { pick } from "./language.ts";

const en = {
  cureFor: (code: string): string =>
    code === "ENOSPC" || code === "SQLITE_FULL"
      ? "The disk is full: free some space and try again."
      : /^SQLITE_(CORRUPT|NOTADB)/.test(code)
        ? 'Run "estatus doctor --repair": it keeps the damaged file under another name.'
        : /^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)
          ? "Check the permissions of that folder and try again."
          : 'Try again; if it stays, run "estatus doctor", or set ESTATUS_DEBUG=1 and report what it prints.',
};

const es: typeof en = {
  cureFor: (code) =>
    code === "ENOSPC" || code === "SQLITE_FULL"
      ? "El disco está lleno: libere espacio y pruebe otra vez."
      : /^SQLITE_(CORRUPT|NOTADB)/.test(code)
        ? '"estatus doctor --repair" guarda el archivo dañado con otro nombre.'
        : /^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)
          ? "Revise los permisos de esa carpeta y pruebe otra vez."
          : 'Pruebe otra vez; si continúa, use "estatus doctor", o ponga ESTATUS_DEBUG=1 y comunique lo que escriba.',
};

export const text = () => pick({ en, es });
