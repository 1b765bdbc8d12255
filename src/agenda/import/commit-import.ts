import { setImmediate as turn } from "node:timers/promises";
import { openBytes } from "../../sqlite/open.ts";
import type { TableImage } from "../../sqlite/table-image.ts";
import { adding, type Added } from "../add-many.ts";

export type Batch = {
  /** The database. */
  readonly file: string;
  /** A table `found`, as planImport makes it. */
  readonly fresh: TableImage;
  /** What the step is called: the name of the file they came from. */
  readonly name: string;
  /** UTC milliseconds. */
  readonly now: number;
  /** How long it may stand still, the whole process with it, until others let it write; in milliseconds. */
  readonly patience: number;
};

// A request that came while the indexes were built is taken in one turn of the event loop, its body in the next.
const lastTurns = 3;

/**
 * Adds contacts to a database as one step, all or none. It writes through a connection of its own,
 * so that nobody sees a half of it and nothing else is committed or undone with it; SQLite lets nobody else
 * write meanwhile. `pause` is awaited between small steps, and last just before all of it stays, with how many contacts
 * are in: what it throws takes everything back. Throws what SQLite throws, and then too nothing was added.
 */
export async function commitImport(
  { file, fresh, name, now, patience }: Batch,
  pause: (inserted: number) => Promise<void> | void,
): Promise<Added | null> {
  const db = openBytes(fresh.file(), patience);
  try {
    db.prepare("ATTACH ? AS agenda").run(file);
    db.pragma("agenda.synchronous = FULL");
    // Enough for the indexes of a million contacts; taken only as it is needed.
    db.pragma("agenda.cache_size = -65536");
    db.exec("BEGIN IMMEDIATE");
    const work = adding(db, name, now);
    let step = work.next();
    let inserted = 0;
    for (; !step.done; step = work.next()) await pause((inserted = step.value));
    // Whoever gave it up meanwhile is heard before it is too late.
    for (let turns = 0; turns < lastTurns; turns++) await turn();
    await pause(inserted);
    db.exec("COMMIT");
    return step.value;
  } finally {
    // Closing takes back what was not committed.
    db.close();
  }
}
