import type { Db } from "../sqlite/open.ts";
import { newAccess } from "./access.ts";
import { contactsChanged, type Agenda } from "./agenda.ts";
import { createApi } from "./api.ts";
import type { Restored } from "./api-types.ts";
import { startBackground } from "./background.ts";
import { binRoutes } from "./bin-routes.ts";
import { contactRoutes } from "./contact-routes.ts";
import { exchangeRoutes } from "./exchange-routes.ts";
import type { Face } from "./face.ts";
import { noneKnown } from "./find.ts";
import { keepInstance } from "./instance-file.ts";
import { watchOthers } from "./others.ts";
import { pageFiles } from "./page-files.ts";
import { openPages, type PageWatcher } from "./pages.ts";
import { readAhead } from "./read-ahead.ts";
import { serve } from "./server.ts";
import { stateRoutes } from "./state-routes.ts";

export type Behind = {
  readonly db: Db;
  readonly restored: Restored;
  readonly face: Face;
  /** Hears of everything that was thrown. */
  readonly failed: (error: unknown) => void;
};

/** Opens the local site until `open` is disposed of, and says how a second launch reaches it. */
export async function openSite(
  { db, restored, face, failed }: Behind,
  { folder, port }: { readonly folder: string; readonly port: number },
  open: DisposableStack,
): Promise<{ link: () => string; readAhead: () => void }> {
  const access = newAccess();
  const known = noneKnown();
  const pages = openPages(alsoTelling(face, () => background.asked()));
  const background = startBackground(db, known, failed, () => agenda.importing === null);
  open.defer(background.stop);
  const agenda: Agenda = {
    db,
    folder,
    restored,
    ownWindow: face.ownWindow,
    stillCursor: face.stillCursor,
    tell: pages.tell,
    revision: 1,
    known,
    importing: null,
    background,
  };
  watchOthers(db, () => contactsChanged(agenda), open);
  const link = () => `http://127.0.0.1:${server.port}/open?key=${access.newKey()}`;
  const api = createApi({
    access,
    pages,
    files: pageFiles(),
    routes: [
      ...stateRoutes(agenda),
      ...contactRoutes(agenda),
      ...binRoutes(agenda),
      ...exchangeRoutes(agenda, open),
    ],
    port: () => server.port,
    importing: () => agenda.importing,
    failed,
    show(wantsLink) {
      pages.tell({ kind: "show" });
      if (wantsLink || !face.canShow) return { link: link() };
      void face.show(link);
      return { link: null };
    },
  });
  const server = await serve(api.fetch, port);
  open.defer(server.close);
  keepInstance(folder, { port: server.port, secret: access.secret, answer: access.answer }, open);
  open.defer(() => pages.tell({ kind: "over" }));
  return {
    link,
    readAhead() {
      try {
        readAhead(agenda);
      } catch (error) {
        failed(error);
      }
    },
  };
}

const alsoTelling = (face: Face, asked: () => void): PageWatcher => ({
  ...face,
  pageAsked() {
    asked();
    face.pageAsked();
  },
});
