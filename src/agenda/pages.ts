import type { Happening } from "./api-types.ts";

/** The pages that are open, each listening to what happens. */
export type Pages = {
  readonly tell: (happening: Happening) => void;
  /** A page that opened; the function it returns says that the page has gone. */
  readonly join: (listener: (happening: Happening) => void) => () => void;
};

// Longer than a reload takes, and short enough that a closed page is soon a closed program.
const grace = 3_000;

/** Keeps track of open pages. `whenAllGone` is called once the last one has stayed away for 3 s. */
export function openPages(whenAllGone: () => void): Pages {
  const listeners = new Set<(happening: Happening) => void>();
  let timer: NodeJS.Timeout | undefined;
  return {
    tell(happening) {
      for (const listener of listeners) listener(happening);
    },
    join(listener) {
      clearTimeout(timer);
      listeners.add(listener);
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return;
        timer = setTimeout(whenAllGone, grace).unref();
      };
    },
  };
}
