import fs from "node:fs";
import path from "node:path";
import type { Db } from "../sqlite/open.ts";
import { counts } from "./change-log.ts";
import { unsound } from "./damage.ts";
import { isSoundAside } from "./sound-aside.ts";
import { makeFolders } from "../make-folders.ts";

export type Backup = { readonly file: string; readonly at: Date };

const kept = 7;
const hour = 3_600_000;
const day = 24 * hour;
const named = /^agenda-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.db$/;

/** The backups in a data folder, newest first. */
export function listBackups(folder: string): Backup[] {
  const place = path.join(folder, "backups");
  const names = fs.existsSync(place) ? fs.readdirSync(place) : [];
  return names
    .filter((name) => named.test(name))
    .toSorted()
    .toReversed()
    .map((name) => ({ file: path.join(place, name), at: new Date(name.replace(named, "$1:$2:$3")) }));
}

/** Whether there is no backup of the last 24 hours. A clock that was set back counts as no backup. */
export function isBackupDue(folder: string, now: Date): boolean {
  const last = listBackups(folder)[0];
  if (!last) return true;
  const age = now.getTime() - last.at.getTime();
  return age >= day || age < 0;
}

/**
 * Writes a backup while Agenda goes on, checks it, and keeps the newest seven.
 * Throws where it cannot be written, or turns out not to be sound; then it is not kept, and no other goes.
 */
export async function backUp(db: Db, folder: string, now: Date): Promise<string> {
  const place = path.join(folder, "backups");
  makeFolders(place, 0o700);
  const file = path.join(place, `agenda-${now.toISOString().replaceAll(":", "-")}.db`);
  const part = `${file}.part`;
  try {
    // SQLite would go on with what lies there, and follow a link.
    fs.rmSync(part, { force: true });
    await db.backup(part);
    if (!(await isSoundAside(part))) throw unsound(file);
    fs.renameSync(part, file);
  } finally {
    removeParts(place, part, now);
  }
  for (const old of listBackups(folder).slice(kept)) fs.rmSync(old.file, { force: true });
  return file;
}

// What is left of this backup, and of those that were killed. A command may be writing another just now.
function removeParts(place: string, part: string, now: Date): void {
  for (const name of fs.readdirSync(place).filter((each) => each.includes(".part"))) {
    const file = path.join(place, name);
    // Gone meanwhile: another backup's, which may make a file of that name again at any moment.
    const changed = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (file.startsWith(part) || changed < now.getTime() - hour) fs.rmSync(file, { force: true });
  }
}

// After what a launch has to do, and often enough for an Agenda that is never closed.
const [soon, hourly] = [5_000, hour];

/** Backs up soon after a launch and then whenever the last backup is a day old, until `open` is disposed of. */
export function startBackups(
  db: Db,
  folder: string,
  failed: (error: unknown) => void,
  open: DisposableStack,
): void {
  const look = () => {
    const now = new Date();
    // A backup that cannot be written (a full disk) must not stop the work it protects.
    if (isBackupDue(folder, now) && counts(db).listed > 0) backUp(db, folder, now).catch(failed);
  };
  const [first, later] = [setTimeout(look, soon).unref(), setInterval(look, hourly).unref()];
  open.defer(() => {
    clearTimeout(first);
    clearInterval(later);
  });
}
