import { account } from "./core/account.ts";
import { decide, type Decision } from "./core/decide.ts";
import { checkCode, type CheckCode } from "./core/exit-code.ts";
import type { Known, NewOutage, OpenOutage, OutageEnd } from "./core/memory.ts";
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

/** One check of one program: observe, account and decide, record, act, verify, record. */
export async function checkProgram(
  ports: Omit<RelaunchPorts, "launched">,
  program: Program,
  journal: Journal,
  tell: Tell,
): Promise<ProgramCheck> {
  const before = journal.known(ports.machine.moment().at);
  const look = await observe(ports.machine, program, before.memory);
  const accounted = account(before, look.moment, look.observation, program.policy);
  const pausedUntil = pauseAt(before, look.moment.at);
  const decision = decide(look.observation, { ...accounted.memory, pausedUntil }, program.policy);
  const first = journal.recordLook(before, look, accounted);
  tell.seen(program, look.observation, decision);

  const acts = decision.action === "launch" || decision.action === "end-and-launch";
  if (decision.action === "end-and-launch") await endHung(ports.machine, look.observation);
  const attempt =
    acts && first.openOutageId !== null
      ? await relaunch(
          { ...ports, launched: (pid) => tell.launched(program, pid) },
          program,
          journal,
          accounted.memory,
          first.openOutageId,
        )
      : null;
  const last = attempt?.lastLook ? recordAgain(journal, program, attempt.lastLook) : null;

  const { opened } = accounted.outage;
  const ended = last?.outage.ended ?? accounted.outage.ended ?? opened?.end ?? null;
  const open = (last ?? first).openOutageId !== null;
  const broughtBack = attempt?.result === "survived" || attempt?.result === "superseded";
  return {
    program: program.name,
    observation: attempt?.lastLook?.observation ?? look.observation,
    decision,
    pausedUntil,
    attempt,
    opened,
    ended,
    endedOutage: before.openOutage,
    leftToAnother: acts && attempt === null,
    code: checkCode({
      reason: decision.reason,
      outageEnded: ended !== null || broughtBack,
      outageOpen: open && !broughtBack,
    }),
  };
}

function recordAgain(journal: Journal, program: Program, look: Look) {
  const known = journal.known(look.moment.at);
  const accounted = account(known, look.moment, look.observation, program.policy);
  return { outage: accounted.outage, ...journal.recordLook(known, look, accounted) };
}

function pauseAt(known: Known, at: number): number | null {
  const active = known.pauses.filter((pause) => pause.from <= at && at < pause.to);
  return active.length === 0 ? null : Math.max(...active.map((pause) => pause.to));
}
