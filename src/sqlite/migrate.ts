import { AppError } from "../app-error.ts";
import { listResources, readResource } from "../resources.ts";
import { text } from "../locales/sqlite.ts";
import type { Db } from "./open.ts";

/**
 * Brings a database up to the newest numbered file in `folder` (for example `db/estatus`), forward only.
 * `user_version` counts the files applied. Two processes may call this at once: one migrates while the other
 * waits for its lock and then finds nothing left to do.
 * @throws AppError `database-newer` where the file was written by a newer program; it is left as it is.
 */
export function migrate(db: Db, folder: string): void {
  const files = listResources(folder, ".sql");
  if (versionOf(db) === files.length) return;
  db.transaction(() => {
    const version = versionOf(db);
    if (version > files.length) {
      throw new AppError("database-newer", text().newer(db.name, version, files.length), text().newerHint);
    }
    for (const file of files.slice(version)) db.exec(readResource(file));
    db.pragma(`user_version = ${files.length}`);
  }).immediate();
}

function versionOf(db: Db): number {
  return db.pragma("user_version", { simple: true }) as number;
}
