import { effect, signal } from "@preact/signals";
import type { Contact } from "../../api-types.ts";
import { tooLong } from "../../too-long.ts";
import { call } from "../call.ts";
import { draft } from "./draft.ts";

/** Contacts that look like the one being typed; nothing is said while there is little to go by, or too much. */
export const already = signal<readonly Contact[]>([]);

const pause = 180;

/** Looks for the half-typed contact among those that are there, whenever typing pauses. */
export function followDraft(): void {
  let timer: number | undefined;
  let asking = new AbortController();
  effect(() => {
    const { name, phone } = draft.value;
    clearTimeout(timer);
    asking.abort();
    const isLittle = name.trim().length < 3 && phone.replace(/\D/g, "").length < 6;
    if (isLittle || tooLong(draft.value)) {
      already.value = [];
      return;
    }
    asking = new AbortController();
    const { signal } = asking;
    timer = window.setTimeout(() => {
      const query = new URLSearchParams({ name, phone });
      void look(query, signal);
    }, pause);
  });
}

async function look(query: URLSearchParams, signal: AbortSignal): Promise<void> {
  try {
    const found = await call<Contact[]>("GET", `api/likely?${query}`, undefined, { signal });
    if (!signal.aborted) already.value = found;
  } catch {
    // What cannot be looked up now is no news: saving will say so.
  }
}
