import { useEffect, useState } from "preact/hooks";
import { call } from "../call.ts";
import { known } from "../list/pages.ts";
import { noteFailure } from "../state/notices.ts";

const first = 50;
// As much as one request may ask for.
const most = 500;

type Stretch = { readonly total: number };

/** What a sheet lists so far, in stretches; null until the first has come. */
export type Pile<T extends Stretch> = {
  readonly stretches: readonly T[];
  readonly total: number;
  readonly isWhole: boolean;
};

/** What a sheet lists: a beginning that doubles on demand, and is read again whenever contacts change. */
export function usePile<T extends Stretch>(address: string): { pile: Pile<T> | null; more: () => void } {
  const [shown, show] = useState(first);
  const [pile, take] = useState<Pile<T> | null>(null);
  const { revision } = known.value;
  useEffect(() => {
    const abort = new AbortController();
    readPile<T>(address, shown, abort.signal).then(take, (error) => {
      if (!abort.signal.aborted) noteFailure(error);
    });
    return () => abort.abort();
  }, [address, shown, revision]);
  return { pile, more: () => show(shown * 2) };
}

async function readPile<T extends Stretch>(
  address: string,
  shown: number,
  signal: AbortSignal,
): Promise<Pile<T>> {
  const stretches: T[] = [];
  for (let offset = 0; offset < shown; offset += most) {
    const limit = Math.min(most, shown - offset);
    const stretch = await call<T>("GET", `${address}?offset=${offset}&limit=${limit}`, undefined, { signal });
    stretches.push(stretch);
    if (stretch.total <= offset + limit) break;
  }
  const total = stretches.at(-1)?.total ?? 0;
  return { stretches, total, isWhole: total <= shown };
}
