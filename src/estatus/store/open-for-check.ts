import path from "node:path";
import { AppError, reasonOf } from "../../app-error.ts";
import { openDatabase } from "../../sqlite/open.ts";
import { reasonText } from "../../locales/reason.ts";
import { text } from "../../locales/store.ts";
import type { Program } from "../program.ts";
import { isCorrupt, setAside, setAsideIfDamaged } from "./set-aside.ts";
import { STORE_FILE } from "./store-file.ts";
import { openStore, type Store } from "./store.ts";
import { takeInSpool } from "./take-in-spool.ts";
import { takeInSteady } from "./take-in-steady.ts";
import { makeFolders } from "../../make-folders.ts";

/** How long a check waits for another process's lock, in ms: longer than fifty checks at once need. */
const PATIENCE_MS = 10_000;
/** How long it waits on, in ms, for a store that it once waited for in vain. */
const SHORT_PATIENCE_MS = 250;

export type OpenedStore = {
  /** null where nothing can be written: then the spool takes what is seen. */
  readonly store: Store | null;
  /** The same database to read only, where that at least works. */
  readonly readable: Store | null;
  /** The folder cannot even be a folder. */
  readonly homeUnusable: boolean;
};

/**
 * The store as a check needs it: opened, set aside and begun anew where it is corrupt, with what was spooled
 * taken in. It never throws: a check without a store still has its first duty to do.
 */
export function openForCheck(
  folder: string,
  spoolFolders: readonly string[],
  programs: readonly Program[],
  trouble: (sentence: string) => void,
): OpenedStore {
  try {
    makeFolders(folder, 0o700);
  } catch (error) {
    trouble(text().homeUnusable(folder, reasonOf(error)));
    return { store: null, readable: null, homeUnusable: true };
  }
  try {
    const store = openOrBeginAnew(folder, trouble);
    takeIn(store, spoolFolders, programs, trouble);
    return { store, readable: null, homeUnusable: false };
  } catch (error) {
    trouble(
      error instanceof AppError ? `${error.message} ${error.hint}` : text().noStore(folder, reasonOf(error)),
    );
    return { store: null, readable: openReadable(folder), homeUnusable: false };
  }
}

function openOrBeginAnew(folder: string, trouble: (sentence: string) => void): Store {
  try {
    return openStore(folder, { timeout: PATIENCE_MS });
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    const aside = setAside(folder, () => openStore(folder, { timeout: PATIENCE_MS }).close());
    if (aside !== null) trouble(text().setAside(aside));
    return openStore(folder, { timeout: PATIENCE_MS });
  }
}

// A spool that cannot be taken in stays where it is for the next check; the store works all the same.
function takeIn(
  store: Store,
  folders: readonly string[],
  programs: readonly Program[],
  trouble: (text: string) => void,
) {
  try {
    takeInSteady(store, folders[0]!);
  } catch {
    // What this check records meets the same trouble, and says so.
    expectLittleOf(store);
  }
  try {
    takeInSpool(store, folders, programs);
  } catch (error) {
    expectLittleOf(store);
    trouble(text().spoolStays(reasonText(reasonOf(error))));
  }
}

/** Has a check that met trouble with the store wait no more for it: first the program is brought back. */
export function expectLittleOf(store: Store): void {
  store.pragma(`busy_timeout = ${SHORT_PATIENCE_MS}`);
}

/** After a check that met damage in a store that could be opened: the next one begins a new store. Never throws. */
export function replaceIfDamaged(folder: string, trouble: (sentence: string) => void): void {
  try {
    const aside = setAsideIfDamaged(folder, SHORT_PATIENCE_MS);
    if (aside !== null) trouble(text().setAside(aside));
  } catch (error) {
    trouble(text().noStore(folder, reasonOf(error)));
  }
}

function openReadable(folder: string): Store | null {
  try {
    return openDatabase(path.join(folder, STORE_FILE), { readonly: true, timeout: 1_000 });
  } catch {
    return null;
  }
}
