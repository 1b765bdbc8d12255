import { shareWhenThereIsRoom } from "./alone.ts";
import { askFirst } from "./ask-first.ts";
import { startBackups } from "./backup.ts";
import { isDamage, noteDamage } from "./damage.ts";
import { makeDataFolder } from "./data-folder.ts";
import { watchForEnd, type End } from "./ending.ts";
import { chooseFace } from "./face.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { takeLock, type OnlyOne } from "./only-one.ts";
import { hasDesktop } from "../has-desktop.ts";
import { openBrowser } from "../open-browser.ts";
import { openAnyhow } from "./open-anyhow.ts";
import { openSite } from "./site.ts";

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
  const { db, restored } = await openAnyhow(options.folder, lock.mayWrite);
  open.defer(() => db.close());
  shareWhenThereIsRoom(db, open);
  const failed = (error: unknown) => {
    if (!isDamage(error)) return;
    noteDamage(options.folder);
    ending.end({ reason: "crashed", error });
  };
  const face = chooseFace(options, { db, failed, end: ending.end });
  const site = await openSite({ db, restored, failed, face }, options, open);
  const heartbeat = startHeartbeat(options.folder, startedAt, restored);
  open.defer(face.close);
  await face.show(site.link);
  site.readAhead();
  startBackups(db, options.folder, failed, open);

  const end = await ending.over;
  heartbeat.closing(end.reason);
  open.dispose();
  // The receipt comes last: until everything is put away, this is not yet a proper end.
  heartbeat.closed(end.reason);
  return end;
}

async function lockOrShow(options: RunOptions): Promise<OnlyOne | null> {
  let lock = takeLock(options.folder);
  if (lock) return lock;
  const wantsLink = !options.window || !hasDesktop();
  const shown = await askFirst(options.folder, wantsLink, () => (lock = takeLock(options.folder)) !== null);
  if (shown === "gone" || shown.link === null) return lock;
  if (wantsLink || !(await openBrowser(shown.link))) options.say(shown.link);
  return null;
}
