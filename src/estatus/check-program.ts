import type { Machine } from "./adapters/ports.ts";
import type { CheckLease } from "./check-lease.ts";
import { account, type Account } from "./core/account.ts";
import { decide, type Decision } from "./core/decide.ts";
import { checkCode, type CheckCode } from "./core/exit-code.ts";
import type { Known, NewOutage, OpenOutage, OutageEnd } from "./core/memory.ts";
import type { Gap } from "./core/outage.ts";
import { pausedUntil } from "./core/paused-until.ts";
import { lastUncertain } from "./core/settle-attempts.ts";
import type { Observation } from "./core/observation.ts";
import { endHung } from "./end-hung.ts";
import { observe } from "./observe.ts";
import type { Program } from "./program.ts";
import { relaunch, type Relaunch, type RelaunchPorts } from "./relaunch.ts";
import type { Journal } from "./store/journal.ts";
import type { Look } from "./store/record.ts";

/** What one check saw and did about one program. */
export type ProgramCheck = {
  readonly program: string;
  readonly observation: Observation;
  readonly decision: Decision;
  readonly pausedUntil: number | null;
  /** The time without checks that this check ended. */
  readonly gap: Gap | null;
  readonly attempt: Relaunch | null;
  readonly opened: NewOutage | null;
  readonly ended: OutageEnd | null;
  /** The outage that `ended` is the end of, where it was open before this check. */
  readonly endedOutage: OpenOutage | null;
  /** Another check was already bringing it back. */
  readonly leftToAnother: boolean;
  readonly code: CheckCode;
};

/** Told as things happen, for a person who watches. */
export type Tell = {
  readonly seen: (program: Program, observation: Observation, decision: Decision) => void;
  readonly launched: (program: Program, pid: number) => void;
};

export type ProgramPorts = Omit<RelaunchPorts, "launched"> & {
  /** The machine as the programs of one check look at it first: with one list of processes for all of them. */
  readonly atFirst: Machine;
  readonly lease: CheckLease;
  readonly tell: Tell;
};

/**
 * One check of one program: observe, account and decide, record, act, verify, record.
 * @returns what came of it, or the pid of the check that is at work on it already
 */
export async function checkProgram(
  ports: ProgramPorts,
  program: Program,
  journal: Journal,
): Promise<ProgramCheck | number> {
  const { machine, lease, tell } = ports;
  let seen = await lookAt(ports.atFirst, program, journal);
  if (!isCalm(seen)) {
    const heldBy = lease.holder();
    if (heldBy !== null) return heldBy;
    // Another check may have been at work between this look and the lease.
    const now = journal.known(seen.look.moment.at).memory?.lookedAt;
    if (now !== seen.before.memory?.lookedAt) seen = await lookAt(machine, program, journal);
  }
  const { before, look, accounted, decision } = seen;
  const first = journal.recordLook(before, look, accounted);
  tell.seen(program, look.observation, decision);

  const acts = decision.action === "launch" || decision.action === "end-and-launch";
  if (decision.action === "end-and-launch") await endHung(machine, look.observation);
  const attempt =
    acts && first.openOutageId !== null
      ? await relaunch({ ...ports, launched: (pid) => tell.launched(program, pid) }, program, journal, {
          look,
          memory: accounted.memory,
          outageId: first.openOutageId,
          uncertainSince: lastUncertain(before.openOutage),
        })
      : null;
  const last = attempt?.lastLook ? recordAgain(journal, program, attempt.lastLook) : null;

  const { opened } = accounted.outage;
  const ended = last?.outage.ended ?? accounted.outage.ended ?? opened?.end ?? null;
  const open = (last ?? first).openOutageId !== null;
  // Without a store there is no outage to end: then the program that is there tells.
  const isBack = !open && last !== null;
  return {
    program: program.name,
    observation: attempt?.lastLook?.observation ?? look.observation,
    decision,
    pausedUntil: seen.pausedUntil,
    gap: accounted.gap,
    attempt,
    opened,
    ended,
    endedOutage: before.openOutage,
    leftToAnother: acts && attempt === null,
    code: checkCode({
      reason: decision.reason,
      outageEnded: ended !== null || isBack,
      outageOpen: open,
    }),
  };
}

type Seen = {
  readonly before: Known;
  readonly look: Look;
  readonly accounted: Account;
  readonly decision: Decision;
  readonly pausedUntil: number | null;
};

async function lookAt(machine: Machine, program: Program, journal: Journal): Promise<Seen> {
  const moment = machine.moment();
  const before = journal.known(moment.at);
  const look = await observe(machine, program, before.memory, undefined, moment);
  const accounted = account(before, look.moment, look.observation, program.policy);
  const until = pausedUntil(before.pauses, look.moment.at);
  const history = { ...accounted.memory, pausedUntil: until };
  const decision = decide(look.observation, history, program.policy);
  return { before, look, accounted, decision, pausedUntil: until };
}

// Nothing but the memory of this look is to be written, and nothing to be done: no need to keep others out.
function isCalm({ before, accounted, decision }: Seen): boolean {
  return accounted.steady && decision.action === "nothing" && before.openOutage === null;
}

function recordAgain(journal: Journal, program: Program, look: Look) {
  const known = journal.known(look.moment.at);
  const accounted = account(known, look.moment, look.observation, program.policy);
  return { outage: accounted.outage, ...journal.recordLook(known, look, accounted) };
}
