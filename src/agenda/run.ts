import path from "node:path";
import { migrate } from "../sqlite/migrate.ts";
import { openDatabase, type Db } from "../sqlite/open.ts";
import { newAccess } from "./access.ts";
import type { Agenda } from "./agenda.ts";
import { createApi } from "./api.ts";
import type { Restored } from "./api-types.ts";
import { askFirst } from "./ask-first.ts";
import { startBackground } from "./background.ts";
import { binRoutes } from "./bin-routes.ts";
import { counts } from "./change-log.ts";
import { contactRoutes } from "./contact-routes.ts";
import { makeDataFolder } from "./data-folder.ts";
import { watchForEnd, type End, type Ending } from "./ending.ts";
import { noneKnown } from "./find.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { removeInstance, writeInstance } from "./instance-file.ts";
import { readDraft, readView } from "./kept.ts";
import { takeLock, type Lock } from "./only-one.ts";
import { hasDesktop, openBrowser } from "./open-browser.ts";
import { pageFiles } from "./page-files.ts";
import { openPages } from "./pages.ts";
import { stateRoutes } from "./state-routes.ts";
import { serve } from "./server.ts";

export type RunOptions = {
  readonly folder: string;
  readonly port: number;
  readonly window: boolean;
  /** Shows a line to whoever started Agenda, where there is somebody. */
  readonly say: (line: string) => void;
};

/** Runs Agenda until it is told to end; null where another Agenda already runs and was shown instead. */
export async function run(options: RunOptions): Promise<End | null> {
  const startedAt = new Date();
  // Whatever is written from here on is for its owner only, on a PC that two people share.
  process.umask(0o077);
  makeDataFolder(options.folder);
  const lock = await lockOrShow(options);
  if (!lock) return null;
  using held = new DisposableStack();
  held.defer(lock.release);
  const ending = watchForEnd();

  using open = new DisposableStack();
  const db = openContacts(options.folder);
  open.defer(() => db.close());
  const restored = whatCameBack(db);
  const site = await openSite(options, ending, db, restored, open);
  const heartbeat = startHeartbeat(options.folder, startedAt, restored);
  await site.present();

  const end = await ending.over;
  heartbeat.closing(end.reason);
  open.dispose();
  // The receipt comes last: until everything is put away, this is not yet a proper end.
  heartbeat.closed(end.reason);
  return end;
}

async function lockOrShow(options: RunOptions): Promise<Lock | null> {
  let lock = takeLock(options.folder);
  if (lock) return lock;
  const wantsLink = !options.window || !hasDesktop();
  const shown = await askFirst(options.folder, wantsLink, () => (lock = takeLock(options.folder)) !== null);
  if (shown !== "gone" && shown.link) options.say(shown.link);
  return lock;
}

function openContacts(folder: string): Db {
  const db = openDatabase(path.join(folder, "agenda.db"));
  // Enough for the indexes of a million contacts; taken only as it is needed.
  db.pragma("cache_size = -65536");
  db.pragma("journal_size_limit = 67108864");
  migrate(db, "db/agenda");
  const { language } = readView(db);
  if (language) process.env["ESTATUS_LANG"] = language;
  return db;
}

function whatCameBack(db: Db): Restored {
  return { contacts: counts(db).listed, draft: readDraft(db) !== null, integrity: "ok", lost: 0 };
}

async function openSite(
  options: RunOptions,
  ending: Ending,
  db: Db,
  restored: Restored,
  open: DisposableStack,
): Promise<{ present: () => Promise<void> }> {
  const access = newAccess();
  const inBrowser = options.window && hasDesktop();
  const pages = openPages(() => inBrowser && ending.end({ reason: "window-closed" }));
  const known = noneKnown();
  const background = startBackground(db, known);
  open.defer(background.stop);
  const agenda: Agenda = {
    db,
    restored,
    ownWindow: false,
    tell: pages.tell,
    revision: 1,
    known,
    background,
  };
  const link = () => `http://127.0.0.1:${server.port}/open?key=${access.newKey()}`;
  const present = async () => {
    if (!inBrowser || !(await openBrowser(link()))) options.say(link());
  };
  const api = createApi({
    access,
    pages,
    files: pageFiles(),
    routes: [...stateRoutes(agenda), ...contactRoutes(agenda), ...binRoutes(agenda)],
    port: () => server.port,
    show(wantsLink) {
      pages.tell({ kind: "show" });
      if (wantsLink) return { link: link() };
      void present();
      return { link: null };
    },
  });
  const server = await serve(api.fetch, options.port);
  open.defer(server.close);
  writeInstance(options.folder, { pid: process.pid, port: server.port, secret: access.secret });
  open.defer(() => removeInstance(options.folder));
  open.defer(() => pages.tell({ kind: "over" }));
  return { present };
}
