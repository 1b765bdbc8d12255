import type { Happening } from "./api-types.ts";

/** The pages that are open, each listening to what happens. */
export type Pages = {
  /** One of them has asked for something. */
  readonly asked: () => void;
  readonly tell: (happening: Happening) => void;
  /** A page that opened; the function it returns says that the page has gone. */
  readonly join: (listener: (happening: Happening) => void) => () => void;
};

// Longer than a reload takes, and short enough that a closed page is soon a closed program.
const grace = 3_000;

/** Who hears of pages that come and go. */
export type PageWatcher = {
  /** A page has drawn itself and listens. */
  readonly pageCame: () => void;
  /** A page has asked for something: somebody may be at it. */
  readonly pageAsked: () => void;
  /** The last page has stayed away for 3 s. */
  readonly pagesGone: () => void;
};

/** Keeps track of open pages. */
export function openPages(watcher: PageWatcher): Pages {
  const listeners = new Set<(happening: Happening) => void>();
  let timer: NodeJS.Timeout | undefined;
  return {
    asked: watcher.pageAsked,
    tell(happening) {
      for (const listener of listeners) listener(happening);
    },
    join(listener) {
      clearTimeout(timer);
      listeners.add(listener);
      watcher.pageCame();
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return;
        timer = setTimeout(watcher.pagesGone, grace).unref();
      };
    },
  };
}
