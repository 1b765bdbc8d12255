import { AppError, codeOf, reasonOf } from "../app-error.ts";
import { text } from "../locales/agenda.ts";
import type { Refusal } from "./api-types.ts";
import { isDamage } from "./damage.ts";
import { wrongIn } from "./requests.ts";
import { isUnwritable } from "./unwritable.ts";

const statuses: Readonly<Record<string, 400 | 404 | 409>> = {
  empty: 400,
  "no-contact": 404,
  "cannot-undo": 409,
  "import-document": 400,
  "import-empty": 400,
  "import-no-text": 400,
  "import-nothing": 400,
  "import-unknown": 400,
  "import-workbook": 400,
  "no-import": 404,
  "pickle-broken": 400,
  "pickle-refused": 400,
};

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 500 | 503 | 507;

/** What the page is told of something that was thrown, and with which status. */
export function refusalOf(error: unknown): { status: RefusalStatus; refusal: Refusal } {
  if (error instanceof AppError) {
    return { status: statuses[error.code] ?? 500, refusal: refuse(error.code, error.message, error.hint) };
  }
  const wrong = error instanceof SyntaxError ? "JSON" : wrongIn(error);
  if (wrong !== null) {
    return { status: 400, refusal: refuse("bad-request", text().badRequest(wrong), text().badRequestHint) };
  }
  if (isUnwritable(error)) {
    return { status: 507, refusal: refuse("cannot-write", text().cannotWrite, text().cannotWriteHint) };
  }
  if (codeOf(error).startsWith("SQLITE_BUSY")) {
    return { status: 503, refusal: refuse("busy", text().busy, text().busyHint) };
  }
  if (isDamage(error)) {
    return { status: 500, refusal: refuse("damaged", text().damaged, text().damagedHint) };
  }
  return { status: 500, refusal: refuse("defect", text().defect(reasonOf(error)), text().defectHint) };
}

/** A refusal with its words. */
export function refuse(code: string, message: string, hint: string): Refusal {
  return { error: { code, message, hint } };
}
