import fs from "node:fs";
import path from "node:path";
import { replaceFile } from "../../replace-file.ts";
import { sameIdentity, type Identity } from "../core/identity.ts";
import type { Memory } from "../core/memory.ts";
import { STORE_FILE } from "./store-file.ts";

/** Grows when a memory comes to hold anything else: what an older version of the program saw must not be lost by an upgrade. */
const FORMAT = 1;

/**
 * What steady checks leave: a look that finds a program up, as the look before did, changes nothing but the memory of
 * it, and for that the store need not be opened. The file speaks only for the store as it was when the file was begun:
 * whatever is written to the store since, by anyone, ends its word. The next check that opens the store takes it in.
 */
export type Steady = {
  readonly format: typeof FORMAT;
  /** The store's files at the time (see `stampOf`). */
  readonly store: string;
  /** By the program's name: only programs that are up, without an open outage and without a pause. */
  readonly programs: Readonly<Record<string, Memory>>;
};

const steadyFile = (folder: string) => path.join(folder, "steady.json");

/** Tells one state of the store's files from another: which files they are, how long, and when last written. */
export function stampOf(folder: string): string {
  return [STORE_FILE, `${STORE_FILE}-wal`]
    .map((name) => {
      const stat = fs.statSync(path.join(folder, name), { throwIfNoEntry: false });
      return stat === undefined ? "none" : `${stat.ino}:${stat.size}:${stat.mtimeMs}`;
    })
    .join(" ");
}

/** The file's content where it is whole and in this form, whatever the store is now; else null. */
export function readSteady(folder: string): Steady | null {
  try {
    const steady = JSON.parse(fs.readFileSync(steadyFile(folder), "utf8")) as Steady;
    if (steady.format !== FORMAT || typeof steady.store !== "string") return null;
    return Object.values(steady.programs).every(isMemoryOfUp) ? steady : null;
  } catch {
    return null;
  }
}

/** Replaces the file whole. Not synced: a power cut may cost the looks since the store was last written. Throws. */
export function writeSteady(folder: string, store: string, programs: Steady["programs"]): void {
  const file = steadyFile(folder);
  const content = JSON.stringify({ format: FORMAT, store, programs } satisfies Steady);
  replaceFile(file, content, `${file}.${process.pid}`);
}

/**
 * Notes that these very processes were still seen alive `elapsed` ms after the boot: what ended one of them came after.
 * Another program's last look stays what it was, and so does one that another check has made since. Where the store speaks
 * for itself again (`status` is enough), this is still true, and the check that opens it takes it in. Never throws.
 */
export function prolongSteady(folder: string, identities: readonly Identity[], elapsed: number): void {
  try {
    const steady = readSteady(folder);
    if (steady === null) return;
    const later = Object.entries(steady.programs).map(([name, memory]) => {
      const isOne = identities.some((identity) => sameIdentity(identity, memory.identity));
      return [name, isOne ? prolonged(memory, elapsed - memory.elapsed) : memory] as const;
    });
    writeSteady(folder, steady.store, Object.fromEntries(later));
  } catch {
    // Then the last look is the last sign of life.
  }
}

function prolonged(memory: Memory, ms: number): Memory {
  if (ms <= 0) return memory;
  const at = memory.checkedAt + ms;
  const clocks = { elapsed: memory.elapsed + ms, awake: memory.awake + ms };
  return { ...memory, ...clocks, lookedAt: at, checkedAt: at, aliveAt: at };
}

/** Whether `later` is a later look at the same process in the same stretch of coverage; else it has been overtaken. */
export function goesOn(stored: Memory | null, later: Memory): boolean {
  return (
    stored !== null &&
    stored.state === "up" &&
    stored.bootId === later.bootId &&
    stored.elapsed < later.elapsed &&
    stored.coveredFrom === later.coveredFrom &&
    stored.identity !== null &&
    sameIdentity(stored.identity, later.identity!)
  );
}

const NUMBERS = ["lookedAt", "coveredFrom", "checkedAt", "elapsed", "awake", "interval"].concat([
  "staleLooks",
  "looksSinceListing",
  "recentAttempts",
]) as readonly (keyof Memory)[];
const NUMBERS_OR_NULL: readonly (keyof Memory)[] = [
  "loggedOnAt",
  "aliveAt",
  "beatAt",
  "staleSince",
  "lastAttemptAt",
];

// A file that was cut or meddled with must not become part of the record.
function isMemoryOfUp(memory: Memory): boolean {
  const { identity } = memory;
  return (
    memory.state === "up" &&
    typeof memory.bootId === "string" &&
    NUMBERS.every((name) => Number.isFinite(memory[name])) &&
    NUMBERS_OR_NULL.every((name) => memory[name] === null || Number.isFinite(memory[name])) &&
    identity !== null &&
    Number.isInteger(identity.pid) &&
    Number.isFinite(identity.startedAt) &&
    typeof identity.token === "string"
  );
}
