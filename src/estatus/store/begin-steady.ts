import fs from "node:fs";
import path from "node:path";
import type { Memory } from "../core/memory.ts";
import { findProgram } from "./programs.ts";
import { readKnown } from "./record.ts";
import { stampOf, writeSteady } from "./steady-file.ts";
import { STORE_FILE } from "./store-file.ts";
import { reading, type Store } from "./store.ts";

/**
 * Lets the next checks go on without the store, for those of `names` that are up with nothing open and nothing
 * paused at `at` (UTC ms), and closes the store where `close` says so. Without the file, which is all that may go
 * wrong with it, the next check opens the store. Throws SqliteError of the close.
 */
export function beginSteady(
  db: Store,
  folder: string,
  names: readonly string[],
  at: number,
  close: boolean,
): void {
  // Before the rows are read: what another check writes from here on makes this stamp, and so the file, worthless.
  const before = stampOf(folder);
  const programs = reading(db, () => calmPrograms(db, names, at));
  if (close) db.close();
  try {
    if (programs.length > 0)
      writeSteady(folder, close ? stampOf(folder) : before, Object.fromEntries(programs));
  } catch {
    // A full disk, a folder that takes nothing.
  }
}

function calmPrograms(db: Store, names: readonly string[], at: number): (readonly [string, Memory])[] {
  return names.flatMap((name) => {
    const id = findProgram(db, name);
    if (id === null) return [];
    const { memory, openOutage, pauses } = readKnown(db, id, at);
    return memory?.state === "up" && openOutage === null && pauses.length === 0
      ? [[name, memory] as const]
      : [];
  });
}

/** The log of a store that no check closes grows; longer than this, in bytes, every check would read it through. */
const LONGEST_LOG = 1_000_000;

/** Whether the store wants a close, which brings its log into it and syncs. */
export function wantsClosing(folder: string): boolean {
  try {
    return fs.statSync(path.join(folder, `${STORE_FILE}-wal`)).size > LONGEST_LOG;
  } catch {
    return false;
  }
}
