import { reasonOf } from "../app-error.ts";
import { candidatesOf } from "./candidates.ts";
import { withoutChildren } from "./core/match.ts";
import type { Memory } from "./core/memory.ts";
import type { Moment } from "./core/moment.ts";
import { sameIdentity, type Identity } from "./core/identity.ts";
import type { Evidence, Heartbeat, LastWord, Observation } from "./core/observation.ts";
import { isBeatOf } from "./core/stale.ts";
import { readHeartbeat } from "./adapters/heartbeat.ts";
import type { ListedProcess, LiveProcess, Machine } from "./adapters/ports.ts";
import type { Program } from "./program.ts";
import { isListingDue, seeAlive, stillThere, type Present } from "./see-alive.ts";
import type { Look } from "./store/record.ts";

/**
 * One look at one program. First the process `remembered` from the last look: one question about one pid. Only
 * when it is gone, or when a list is due, all processes are listed.
 */
export async function observe(
  machine: Machine,
  program: Program,
  memory: Memory | null,
  remembered: Identity | null = memory?.identity ?? null,
  begins = machine.moment(),
): Promise<Look> {
  let moment = begins;
  try {
    const live = stillThere(machine, remembered, moment, memory);
    if (live !== null && !isListingDue(memory, program.policy)) {
      return { moment, listed: false, observation: seeAlive(machine, program, memory, moment, [live]) };
    }
    const { elapsed } = moment;
    const processes = await machine.list();
    // A list may take long on a busy machine: whoever is not in it was away by now, and perhaps not yet before it.
    moment = machine.moment();
    const known = stillThere(machine, remembered, moment, memory);
    const listed = findAll(machine, program, processes, moment, known?.identity.pid);
    // The one that is remembered counts also where the list no longer shows it as the program: its file was renamed.
    const others = listed.filter(({ identity }) => known === null || !sameIdentity(identity, known.identity));
    const found = known === null ? others : [known, ...others];
    const observation =
      found.length > 0
        ? await withPredecessor(machine, program, memory, seeAlive(machine, program, memory, moment, found))
        : await missing(machine, program, memory, moment);
    return { moment, listed: true, listTook: moment.elapsed - elapsed, observation };
  } catch (error) {
    return {
      moment,
      listed: false,
      observation: { at: moment.at, state: "unknown", reason: reasonOf(error) },
    };
  }
}

/** The program's processes, the oldest first; perhaps without the one that is `known` already. */
function findAll(
  machine: Machine,
  program: Program,
  processes: readonly ListedProcess[],
  moment: Moment,
  known: number | undefined,
): LiveProcess[] {
  const candidates = candidatesOf(machine, program.executable, processes, known);
  return withoutChildren(candidates)
    .map(({ pid }) => machine.live(pid, moment))
    .filter((live) => live !== null)
    .toSorted((a, b) => b.age - a.age);
}

/** Another process stands where the remembered one was, and no look saw the change: its last word may be kept. */
async function withPredecessor(
  machine: Machine,
  program: Program,
  memory: Memory | null,
  seen: Present,
): Promise<Observation> {
  const replaced =
    memory !== null &&
    memory.identity !== null &&
    memory.state !== "missing" &&
    !sameIdentity(memory.identity, seen.identity);
  if (!replaced) return seen;
  return { ...seen, predecessor: await evidenceOf(machine, program, memory, (beat) => beat.previous) };
}

async function missing(
  machine: Machine,
  program: Program,
  memory: Memory | null,
  { at }: Moment,
): Promise<Observation> {
  if (machine.sessionEnding()) return { at, state: "unknown", reason: "the session is ending" };
  return { at, state: "missing", evidence: await evidenceOf(machine, program, memory) };
}

async function evidenceOf(
  machine: Machine,
  program: Program,
  memory: Memory | null,
  lastWord: (beat: Heartbeat) => LastWord | null = (beat) => beat,
): Promise<Evidence> {
  const lost = memory?.identity ?? null;
  if (lost === null) return { beatAt: null, closed: null, crashedAt: null };
  const beat = program.heartbeat === null ? null : readHeartbeat(program.heartbeat);
  const word = beat && lastWord(beat);
  const own = word !== null && isBeatOf(word, lost) ? word : null;
  return {
    beatAt: own?.beatAt ?? null,
    closed: own?.state === "closed" ? { at: own.beatAt, reason: own.reason ?? "" } : null,
    crashedAt: await machine.crashedAt(lost, program.executable, memory?.aliveAt ?? lost.startedAt),
  };
}
