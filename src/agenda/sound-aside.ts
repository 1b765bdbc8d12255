import { Worker } from "node:worker_threads";

/**
 * Whether a database passes SQLite's whole check, asked in a thread of its own: for a million contacts it takes
 * seconds, and nobody who types may wait for them. Give it a file that nothing else in this process has open.
 */
export function isSoundAside(file: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  new Worker(`(${check.toString()})()`, { eval: true, workerData: file })
    .once("message", resolve)
    // It could not be opened, or the thread not be started: as good as not sound.
    .once("error", () => resolve(false));
  return promise;
}

// Goes into the thread as text, for a single executable has no file to start it from: so it may use nothing that
// stands outside it, and reads with the SQLite that is part of Node.
function check(): void {
  const { parentPort, workerData } = process.getBuiltinModule("node:worker_threads");
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
  const db = new DatabaseSync(workerData as string);
  const only = (sql: string) => Object.values(db.prepare(sql).get() ?? {})[0];
  const sound = only("PRAGMA integrity_check") === "ok" && only("PRAGMA user_version") !== 0;
  db.close();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort!.postMessage(sound);
}
