import type { Db } from "../sqlite/open.ts";

const every = 2_000;

/** Calls `changed` within two seconds of another process (an import from the command line) changing the file. */
export function watchOthers(db: Db, changed: () => void, open: DisposableStack): void {
  // SQLite counts the commits of other connections only.
  const version = db.prepare("PRAGMA data_version").pluck();
  let last = version.get();
  const timer = setInterval(() => {
    const now = version.get();
    if (now === last) return;
    last = now;
    changed();
  }, every).unref();
  open.defer(() => clearInterval(timer));
}
