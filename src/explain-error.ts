import { AppError, codeOf, reasonOf } from "./app-error.ts";
import { text } from "./locales/error.ts";
import { plain } from "./locales/format.ts";

/** What a person reads of an error: one sentence and its cure; the stack only with ESTATUS_DEBUG=1. */
export function explain(error: unknown): string {
  const sentence =
    error instanceof AppError
      ? `${plain(error.message)} ${plain(error.hint)}`
      : `${plain(reasonOf(error))}. ${text()[cureOf(codeOf(error))]}`;
  const stack = process.env["ESTATUS_DEBUG"] === "1" && error instanceof Error ? `\n${error.stack}` : "";
  return sentence.trim() + stack;
}

/** The cure that the system's error code calls for. */
function cureOf(code: string): keyof ReturnType<typeof text> {
  if (code === "ENOSPC" || code === "SQLITE_FULL") return "makeRoom";
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return "repair";
  if (/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) return "checkPermissions";
  return "tryAgain";
}
