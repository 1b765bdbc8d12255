import { useEffect, useState } from "preact/hooks";
import { call } from "../call.ts";
import { known } from "../list/pages.ts";
import { noteFailure } from "../state/notices.ts";

const step = 50;

/** What a sheet lists: a beginning that grows on demand, and is read again whenever contacts change. */
export function usePile<T extends { readonly total: number }>(
  address: string,
): { page: T | null; more: () => void; shown: number } {
  const [shown, show] = useState(step);
  const [page, take] = useState<T | null>(null);
  const { revision } = known.value;
  useEffect(() => {
    const abort = new AbortController();
    call<T>("GET", `${address}?limit=${shown}`, undefined, { signal: abort.signal }).then(take, (error) => {
      if (!abort.signal.aborted) noteFailure(error);
    });
    return () => abort.abort();
  }, [address, shown, revision]);
  return { page, shown, more: () => show(Math.min(shown + step, 500)) };
}
