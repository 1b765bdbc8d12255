import type { Account } from "../core/account.ts";
import type { Known } from "../core/memory.ts";
import type { AttemptResult } from "../core/outage.ts";
import type { Launched } from "../core/runs-as.ts";
import type { Program } from "../program.ts";
import { beginAttempt, noteLaunched, settleAttempt, type AttemptKey } from "./attempts.ts";
import { findProgram, programId } from "./programs.ts";
import { readKnown, recordLook, type Look, type Recorded } from "./record.ts";
import { writing, type Store } from "./store.ts";

/** Where a check of one program reads what is known and records what it sees: the store, or the spool without one. */
export type Journal = {
  readonly known: (at: number) => Known;
  readonly recordLook: (known: Known, look: Look, accounted: Account) => Recorded;
  /** Whether this check may still act: a check that was held up may have been overtaken. */
  readonly mayAct: () => boolean;
  readonly beginAttempt: (outageId: number, at: number) => AttemptKey;
  readonly noteLaunched: (attempt: AttemptKey, launched: Launched) => void;
  readonly settle: (attempt: AttemptKey, result: AttemptResult, error: string | null) => void;
};

/** The journal of a program in the store, in which it gets a row at its first check (`at`, UTC ms). */
export function storeJournal(db: Store, program: Program, mayAct: () => boolean, at: number): Journal {
  const id = findProgram(db, program.name) ?? writing(db, true, () => programId(db, program.name, at));
  return {
    known: (now) => readKnown(db, id, now),
    recordLook: (known, look, accounted) => recordLook(db, id, known, look, accounted),
    mayAct,
    beginAttempt: (outageId, now) => beginAttempt(db, id, outageId, now),
    noteLaunched: (attempt, launched) => noteLaunched(db, attempt, launched),
    settle: (attempt, result, error) => settleAttempt(db, id, attempt, result, error),
  };
}

/**
 * The store's journal for as long as the store takes what it is given, and from its first failure (disk full,
 * locked, damaged) on the spool's: whatever happens to the record, the program is brought back.
 */
export function withFallback(store: Journal, spool: Journal, trouble: (error: unknown) => void): Journal {
  let current = store;
  const begunAt = new Map<AttemptKey, number>();
  // An attempt that began in the store goes on in the spool under the same time, by which the two are one again.
  const inSpool = new Map<AttemptKey, AttemptKey>();
  const keyIn = (journal: Journal, key: AttemptKey): AttemptKey => {
    const at = begunAt.get(key);
    if (journal === store || at === undefined) return key;
    const own = inSpool.get(key) ?? spool.beginAttempt(key.outageId, at);
    inSpool.set(key, own);
    return own;
  };
  const attempt = <T>(work: (journal: Journal) => T): T => {
    try {
      return work(current);
    } catch (error) {
      if (current === spool) throw error;
      trouble(error);
      current = spool;
      return work(spool);
    }
  };
  return {
    known: (at) => attempt((journal) => journal.known(at)),
    recordLook: (known, look, accounted) => attempt((journal) => journal.recordLook(known, look, accounted)),
    mayAct: () => attempt((journal) => journal.mayAct()),
    beginAttempt: (outageId, at) => {
      const key = attempt((journal) => journal.beginAttempt(outageId, at));
      if (current === store) begunAt.set(key, at);
      return key;
    },
    noteLaunched: (key, launched) =>
      attempt((journal) => journal.noteLaunched(keyIn(journal, key), launched)),
    settle: (key, result, error) => attempt((journal) => journal.settle(keyIn(journal, key), result, error)),
  };
}
