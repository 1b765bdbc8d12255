import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import path from "node:path";
import { monotonic } from "../../monotonic.ts";
import type { ListedProcess } from "./ports.ts";

/** A process table that takes longer than this, in ms, counts as unreadable. */
const LIST_TIMEOUT_MS = 20_000;
/** One that failed sooner than this, in ms, is read again: it changes while it is read, and may be whole the next time. */
const AGAIN_WITHIN_MS = 2_000;

/** All processes of the machine, by ps-list. Rejects where the table cannot be read or is plainly not whole. */
export async function listProcesses(): Promise<readonly ListedProcess[]> {
  const { default: psList } = await import("ps-list");
  const began = monotonic();
  try {
    return await listWhole(psList);
  } catch (error) {
    if (monotonic() - began > AGAIN_WITHIN_MS) throw error;
    return await listWhole(psList);
  }
}

type PsList = () => Promise<readonly MaybeNamed[]>;
type MaybeNamed = { readonly pid: number; readonly ppid: number; readonly name: string | undefined };

/** On Windows a process that is just beginning has no name yet, and ps-list leaves it out of its last row. */
export function named({ pid, ppid, name = "" }: MaybeNamed): ListedProcess {
  return { pid, ppid, name };
}

async function listWhole(psList: PsList): Promise<readonly ListedProcess[]> {
  const processes = (await endingItsChildren(psList)).map(named);
  // Whoever asks is a process too: a table without it is no table.
  if (!processes.some((listed) => listed.pid === process.pid))
    throw new Error("the list came back incomplete");
  return processes;
}

/**
 * Runs `list`, and where it takes too long ends the programs it asks: they would keep this check from ending, and
 * pile up from check to check.
 */
async function endingItsChildren<T>(list: () => Promise<T>): Promise<T> {
  const asked: ChildProcess[] = [];
  let late = false;
  const noted = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess };
    asked.push(child);
    if (late) child.once("spawn", () => end(child));
  };
  subscribe("child_process", noted);
  const timer = setTimeout(() => {
    late = true;
    asked.forEach(end);
  }, LIST_TIMEOUT_MS);
  try {
    return await list();
  } catch (error) {
    throw late ? new Error(`no answer within ${LIST_TIMEOUT_MS / 1_000} s`, { cause: error }) : error;
  } finally {
    clearTimeout(timer);
    unsubscribe("child_process", noted);
  }
}

// Another program of this check may be launched just now: only what ps-list runs is ended.
function end(child: ChildProcess): void {
  if (path.basename(child.spawnfile ?? "").startsWith("fastlist-")) child.kill("SIGKILL");
}
