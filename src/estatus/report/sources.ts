import fs from "node:fs";
import path from "node:path";
import { AppError } from "../../app-error.ts";
import { text } from "../../locales/report.ts";
import { openOwnStore } from "../store/open-own.ts";
import { openOtherStore } from "../store/other-store.ts";
import { hasStore, STORE_FILE } from "../store/store-file.ts";
import type { Store } from "../store/store.ts";

/** A store that a report reads, and whose: null for the one that this machine's checks write. */
export type Source = { readonly machine: string | null; readonly db: Store; readonly close: () => void };

/**
 * The stores a report is about, each held at one moment while checks go on writing: the given files, else the
 * one in `folder`.
 * @throws AppError `nothing-recorded` where `folder` has none, `no-database` for a file that is none, `usage` for one
 * that is given twice and would count twice
 */
export function openSources(files: readonly string[], folder: string): Source[] {
  // Left open to the end of the process: closing it would bring its log into it and wait for the disk.
  if (files.length === 0) return [held({ machine: null, db: openRecorded(folder), close: () => undefined })];
  refuseTwice(files);
  const sources: Source[] = [];
  try {
    for (const [index, file] of files.entries()) {
      sources.push(held({ machine: machineNames(files)[index]!, ...openOtherStore(file) }));
    }
    return sources;
  } catch (error) {
    closeSources(sources);
    throw error;
  }
}

function refuseTwice(files: readonly string[]): void {
  const seen = new Set<string>();
  for (const file of files) {
    const real = realPath(file);
    if (seen.has(real)) throw new AppError("usage", text().databaseTwice(file), text().databaseTwiceHint);
    seen.add(real);
  }
}

// What is not there says so itself when it is opened.
function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

/** Lets go of the stores. */
export function closeSources(sources: readonly Source[]): void {
  for (const { db, close } of sources) {
    if (db.inTransaction) db.exec("ROLLBACK");
    close();
  }
}

/** What is said where a store holds no checks yet. */
export function nothingRecorded(file: string): AppError {
  return new AppError("nothing-recorded", text().nothingRecorded(file), text().nothingRecordedHint);
}

/**
 * This machine's store, which `folder` must have.
 * @throws AppError `nothing-recorded`
 */
export function openRecorded(folder: string): Store {
  if (!hasStore(folder)) throw nothingRecorded(path.join(folder, STORE_FILE));
  return openOwnStore(folder);
}

function held(source: Source): Source {
  source.db.exec("BEGIN");
  return source;
}

// A machine is called as its file is, or as the folder of a file that has only the usual name.
function machineNames(files: readonly string[]): string[] {
  const names = files.map((file) => {
    const own = path.basename(file, path.extname(file));
    return own.toLowerCase() === "estatus" ? path.basename(path.dirname(path.resolve(file))) || own : own;
  });
  return names.map((name, i) => (names.indexOf(name) === names.lastIndexOf(name) ? name : files[i]!));
}
