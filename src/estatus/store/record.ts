import { account, type Account } from "../core/account.ts";
import type { Known } from "../core/memory.ts";
import type { Moment } from "../core/moment.ts";
import type { Observation } from "../core/observation.ts";
import type { Policy } from "../core/policy.ts";
import { applyOutageChange, readOpenOutage, moveOpenOutage } from "./outages.ts";
import { begunPauses, keepBegunPauses, readPauses } from "./pauses.ts";
import { noteFirstCheck } from "./programs.ts";
import { readMemory, writeMemory } from "./sights.ts";
import { writing, type Store } from "./store.ts";

export type Look = {
  readonly moment: Moment;
  readonly observation: Observation;
  /** Whether all processes were listed for it, rather than one looked at. */
  readonly listed: boolean;
  /** How long that took, in ms: what the list shows may be older than `moment` by as much. */
  readonly listTook?: number;
};

/** The outage that is open after what was recorded. */
export type Recorded = { readonly openOutageId: number | null };

/** Everything that bears on one look at one program, which may be told of later than it was: `now`. */
export function readKnown(db: Store, programId: number, at: number, now = at): Known {
  const memory = readMemory(db, programId);
  const since = Math.min(memory?.aliveAt ?? at, memory?.checkedAt ?? at, at);
  const pauses = readPauses(db, programId, since, now);
  return {
    memory,
    openOutage: readOpenOutage(db, programId),
    pauses: memory === null ? pauses : begunPauses(pauses, memory.lookedAt, at),
  };
}

/** Records the account of one look in one transaction: durable at every transition, light while nothing happens. */
export function recordLook(
  db: Store,
  programId: number,
  known: Known,
  look: Look,
  result: Account,
): Recorded {
  return writing(db, !result.steady, () => {
    // A steady look needs no lease: where another check has looked since, it knows better.
    const overtaken = result.steady && isOlder(look, { ...known, memory: readMemory(db, programId) });
    if (overtaken) return { openOutageId: known.openOutage?.id ?? null };
    return apply(db, programId, known, look, result);
  });
}

/** The same for one look out of the spool, inside the caller's transaction. */
export function replayLook(db: Store, programId: number, look: Look, policy: Policy): Recorded {
  // A pause that was ended since was in force at that look.
  const known = readKnown(db, programId, look.moment.at, Infinity);
  if (isOlder(look, known)) return { openOutageId: known.openOutage?.id ?? null };
  return apply(db, programId, known, look, account(known, look.moment, look.observation, policy));
}

// Another check wrote to the store meanwhile: it knows later things than this look.
function isOlder({ moment }: Look, { memory }: Known): boolean {
  return memory !== null && memory.bootId === moment.bootId && moment.elapsed < memory.elapsed;
}

function apply(db: Store, programId: number, known: Known, look: Look, result: Account): Recorded {
  const openId = known.openOutage?.id ?? null;
  if (known.memory === null) noteFirstCheck(db, programId, look.moment.at);
  else keepBegunPauses(db, programId, known.memory.lookedAt, look.moment.at);
  if (result.finishedCoverage !== null) {
    const { from, to } = result.finishedCoverage;
    db.prepare("INSERT INTO coverage (program_id, started_at, ended_at) VALUES (?, ?, ?)").run(
      programId,
      from,
      to,
    );
  }
  if (result.gap !== null) {
    const { from, to, cause } = result.gap;
    db.prepare("INSERT INTO gap (program_id, started_at, ended_at, cause) VALUES (?, ?, ?, ?)").run(
      programId,
      from,
      to,
      cause,
    );
  }
  if (result.movedOutage !== null) moveOpenOutage(db, result.movedOutage);
  applyOutageChange(db, programId, openId, result.outage);
  writeMemory(db, programId, look.listed ? { ...result.memory, looksSinceListing: 0 } : result.memory);
  return { openOutageId: result.outage.ended ? null : (readOpenOutage(db, programId)?.id ?? null) };
}
