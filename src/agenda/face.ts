import path from "node:path";
import { text } from "../locales/agenda.ts";
import type { Db } from "../sqlite/open.ts";
import type { End } from "./ending.ts";
import { keep, read } from "./kept.ts";
import type { StillCursor } from "./gtk-cursor.ts";
import { hasDesktop } from "../has-desktop.ts";
import { openBrowser } from "../open-browser.ts";
import type { PageWatcher } from "./pages.ts";
import { readBounds, type Bounds } from "./window-bounds.ts";
import { loadEngine, openWindow, type Window } from "./window.ts";

/** How Agenda shows its page: in its own window, in the default browser, or as a link for whoever opens it. */
export type Face = {
  /** Whether it can be shown again by itself; without, whoever asks gets a link. */
  readonly canShow: boolean;
  readonly ownWindow: () => boolean;
  /** Shows the page, or brings it to the front; `newLink` makes links that open it once. */
  readonly show: (newLink: () => string) => Promise<void>;
  readonly stillCursor: StillCursor;
  readonly close: () => void;
} & PageWatcher;

export type Wishes = {
  readonly window: boolean;
  readonly folder: string;
  readonly say: (line: string) => void;
};

/** What the page's window works with. */
export type Behind = {
  readonly db: Db;
  readonly end: (end: End) => void;
  /** Hears of everything that was thrown. */
  readonly failed: (error: unknown) => void;
};

/** Chooses the best way there is to show the page. Without a desktop that is to print a link. */
export function chooseFace(wishes: Wishes, behind: Behind): Face {
  const print = async (newLink: () => string) => wishes.say(newLink());
  if (!wishes.window || !hasDesktop()) {
    const nothing = () => {};
    return {
      canShow: false,
      ownWindow: () => false,
      show: print,
      pageCame: nothing,
      pageAsked: nothing,
      pagesGone: nothing,
      stillCursor: async () => {},
      close: nothing,
    };
  }
  let window: Window | null = null;
  let first = true;
  return {
    canShow: true,
    ownWindow: () => window !== null,
    async show(newLink) {
      if (first) window = await tryWindow(newLink(), wishes, behind);
      else window?.show();
      first = false;
      if (!window && !(await openBrowser(newLink()))) await print(newLink);
    },
    pageCame: () => window?.pageCame(),
    pageAsked: () => window?.pageAsked(),
    pagesGone() {
      if (window) return;
      // Whoever started it sees a browser close, and not that a program ended with it.
      wishes.say(text().pageClosed);
      behind.end({ reason: "window-closed" });
    },
    stillCursor: async (still) => window?.stillCursor(still),
    close: () => window?.close(),
  };
}

async function tryWindow(link: string, { folder }: Wishes, behind: Behind): Promise<Window | null> {
  const engine = await loadEngine();
  if (!engine) return null;
  try {
    return openWindow(engine, {
      link,
      engineFolder: path.join(folder, "webview"),
      bounds: readBounds(read(behind.db, "bounds")),
      keepBounds: (bounds) => keepBounds(bounds, behind),
      openOutside: (url) => /^(tel|mailto):/.test(url) && void openBrowser(url),
      closed: (by) => behind.end({ reason: by === "user" ? "window-closed" : "os-shutdown" }),
    });
  } catch {
    // Windows without WebView2, for one: the page is as good in a browser.
    return null;
  }
}

function keepBounds(bounds: Bounds, { db, failed }: Behind): void {
  try {
    keep(db, "bounds", bounds);
  } catch (error) {
    failed(error);
  }
}
