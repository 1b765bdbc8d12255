import type { Refusal } from "../api-types.ts";

/** Asks Agenda's process. Throws an Error with the sentence for the user where it refuses. */
export async function call<T>(method: string, address: string, body?: unknown): Promise<T> {
  const response = await fetch(
    address,
    body === undefined
      ? { method }
      : { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } },
  );
  if (!response.ok) {
    const { error } = (await response.json()) as Refusal;
    throw new Error(`${error.message} ${error.hint}`);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}
