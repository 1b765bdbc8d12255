import { AppError } from "../../app-error.ts";
import type { Refusal } from "../api-types.ts";
import { text } from "./words/text.ts";

export type CallOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Goes out even while the page is being closed. */
  readonly keepalive?: boolean;
};

/**
 * Asks Agenda's process.
 * @throws AppError with the sentence for the user where it refuses, `gone` where it does not answer at all.
 */
export async function call<T>(
  method: string,
  address: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<T> {
  const isFile = body instanceof Blob;
  const sent: RequestInit = {
    method,
    keepalive: options.keepalive ?? false,
    signal: options.signal ?? null,
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    ...(body === undefined || isFile ? {} : { headers: { "content-type": "application/json" } }),
  };
  const response = await fetch(address, sent).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    throw new AppError("gone", text().gone, text().goneHint, error);
  });
  if (!response.ok) throw await refusedBy(response);
  return (response.status === 204 || response.status === 202 ? undefined : await response.json()) as T;
}

async function refusedBy(response: Response): Promise<AppError> {
  const refusal = (await response.json().catch(() => null)) as Refusal | null;
  if (!refusal) return new AppError("gone", text().gone, text().goneHint);
  const { code, message, hint } = refusal.error;
  return new AppError(code, message, hint);
}
