import type { End } from "./ending.ts";
import { hasDesktop, openBrowser } from "../open-browser.ts";

/** How Agenda shows its page: in the default browser, or as a link for whoever wants to open it. */
export type Face = {
  readonly ownWindow: boolean;
  /** Shows the page, also when it is shown already; `newLink` makes links that open it once. */
  readonly show: (newLink: () => string) => Promise<void>;
  /** Hears that no page has been open for a while, after one was. */
  readonly pagesGone: () => void;
};

type Wishes = { readonly window: boolean; readonly say: (line: string) => void };

/** Chooses the best way there is to show the page. Without a desktop that is to print a link. */
export async function chooseFace(wishes: Wishes, end: (end: End) => void): Promise<Face> {
  const print: Face = {
    ownWindow: false,
    show: async (newLink) => wishes.say(newLink()),
    pagesGone: () => {},
  };
  if (!wishes.window || !hasDesktop()) return print;
  return {
    ownWindow: false,
    async show(newLink) {
      if (!(await openBrowser(newLink()))) wishes.say(newLink());
    },
    pagesGone: () => end({ reason: "window-closed" }),
  };
}
