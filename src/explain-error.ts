import { AppError, codeOf, reasonOf } from "./app-error.ts";
import { text } from "./locales/error.ts";
import { plain } from "./locales/format.ts";

/** What a person reads of an error: one sentence and its cure; the stack only with ESTATUS_DEBUG=1. */
export function explain(error: unknown): string {
  const sentence =
    error instanceof AppError
      ? `${plain(error.message)} ${plain(error.hint)}`
      : `${plain(reasonOf(error))}. ${text().cureFor(codeOf(error))}`;
  const stack = process.env["ESTATUS_DEBUG"] === "1" && error instanceof Error ? `${error.stack}\n` : "";
  return `${sentence.trim()}\n${stack}`;
}
