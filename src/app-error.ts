/**
 * A failure the user can do something about. `message` is one sentence that names the place, `hint` is the
 * cure; both are already in the user's language. Anything else that is thrown is a defect of ours.
 */
export class AppError extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.name = "AppError";
    this.code = code;
    this.hint = hint;
  }
}

/** The message of anything that was thrown, without a stack. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's error code (`ENOENT`, `SQLITE_BUSY` …) of anything that was thrown, or "". */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : "";
}
