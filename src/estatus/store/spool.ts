import path from "node:path";
import type { Known } from "../core/memory.ts";
import type { AttemptResult } from "../core/outage.ts";
import type { LaunchedAs } from "../core/runs-as.ts";
import type { Program } from "../program.ts";
import { appendTo } from "./append-to.ts";
import type { AttemptKey } from "./attempts.ts";
import { tryLock } from "./lock.ts";
import { makePrivateFolder } from "./private-folder.ts";
import { findProgram } from "./programs.ts";
import type { Journal } from "./journal.ts";
import { readKnown, type Look } from "./record.ts";
import { SPOOL_FILE, SPOOL_LOCK } from "./spool-file.ts";
import { goesOn, readSteady } from "./steady-file.ts";
import type { Store } from "./store.ts";

export type SpooledAttempt = {
  readonly at: number;
  readonly pid: number | null;
  readonly token: string | null;
  readonly result: AttemptResult | null;
  readonly error: string | null;
  readonly launchedAs?: LaunchedAs | null;
};

/** One line of the spool: what a check saw or did while the store could not be written. */
export type SpoolLine = { readonly id: string; readonly program: string } & (
  | { readonly look: Look }
  | { readonly attempt: SpooledAttempt }
);

/** Appends one line and waits for the disk, in the first of `folders` that takes it. Returns whether one did. */
export function appendToSpool(folders: readonly string[], line: SpoolLine): boolean {
  for (const folder of folders) {
    try {
      append(path.join(folder, SPOOL_FILE), JSON.stringify(line));
      return true;
    } catch {
      // The next folder may take it; where none does, the caller tells the user.
    }
  }
  return false;
}

function append(file: string, text: string): void {
  makePrivateFolder(path.dirname(file));
  // Not while a check takes the file in; but a lock that cannot be had must not cost what was seen.
  const lock = tryLock(path.dirname(file), SPOOL_LOCK, 2_000);
  try {
    // The line break comes first too: the last line may be one that a cut left half written.
    appendTo(file, `\n${text}\n`);
  } finally {
    lock?.release();
  }
}

/**
 * The journal of a check whose store cannot be written. What the store knows is still read where `readable`
 * is given, so that a pause and the back-off hold.
 */
export function spoolJournal(
  folders: readonly string[],
  program: Program,
  readable: Store | null,
  lost: () => void,
): Journal {
  const attempts = new Map<AttemptKey, SpooledAttempt>();
  const write = (content: { look: Look } | { attempt: SpooledAttempt }) => {
    if (!appendToSpool(folders, { id: crypto.randomUUID(), program: program.name, ...content })) lost();
  };
  return {
    known: (at) => withSteady(folders[0]!, program.name, knownFrom(readable, program.name, at)),
    recordLook: (known, look, { outage }) => {
      write({ look });
      const open =
        outage.ended === null &&
        (known.openOutage !== null || (outage.opened !== null && !outage.opened.end));
      // The id only says that there is one: nothing here has rows.
      return { openOutageId: open ? (known.openOutage?.id ?? 0) : null };
    },
    mayAct: () => true,
    beginAttempt: (outageId, at) => {
      const key = { outageId, number: attempts.size + 1 };
      attempts.set(key, { at, pid: null, token: null, result: null, error: null });
      return key;
    },
    noteLaunched: (key, launched) => write({ attempt: { ...attempts.get(key)!, ...launched } }),
    settle: (key, result, error) => write({ attempt: { ...attempts.get(key)!, result, error } }),
  };
}

function knownFrom(readable: Store | null, program: string, at: number): Known {
  const nothing = { memory: null, openOutage: null, pauses: [] };
  if (readable === null) return nothing;
  try {
    const id = findProgram(readable, program);
    return id === null ? nothing : readKnown(readable, id, at);
  } catch {
    return nothing;
  }
}

// What steady checks left beside the store is later than what the store knows, or all there is.
function withSteady(folder: string, program: string, known: Known): Known {
  const later = readSteady(folder)?.programs[program];
  if (later === undefined || (known.memory !== null && !goesOn(known.memory, later))) return known;
  return { ...known, memory: later };
}
