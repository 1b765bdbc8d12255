import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, reasonOf } from "../app-error.ts";
import { isProven } from "./core/account-outage.ts";
import { sameIdentity, type Identity } from "./core/identity.ts";
import type { Memory } from "./core/memory.ts";
import type { Observation } from "./core/observation.ts";
import type { AttemptResult } from "./core/outage.ts";
import type { Launch, Machine } from "./adapters/ports.ts";
import { observe } from "./observe.ts";
import type { Program } from "./program.ts";
import type { AttemptKey } from "./store/attempts.ts";
import type { Journal } from "./store/journal.ts";
import { takeLaunchLock, type LaunchLock } from "./store/launch-lock.ts";
import type { Look } from "./store/record.ts";
import { monotonic } from "../monotonic.ts";

/** How often a launched program is looked at while it proves itself, in ms. */
const VERIFY_EVERY_MS = 200;
/** So young, in ms, may a look be that is the last one before the launch. */
const FRESH_MS = 100;
/** How much longer than `survive` a first heartbeat may take, in ms. */
const BEAT_GRACE_MS = 5_000;
/** How long a process that another check launched may take to show what it is, in ms. */
const EXEC_MS = 1_000;
/** For so long, in ms, another check's launch is waited for. */
const RECENT_MS = 15_000;

export type Relaunch = {
  /** null where the attempt stays in hand: alive, but not proven yet. */
  readonly result: AttemptResult | null;
  readonly pid: number | null;
  readonly error: string | null;
  /** The look that ended it; the accounting of it settles the attempt. null where nothing was launched. */
  readonly lastLook: Look | null;
};

export type RelaunchPorts = {
  readonly machine: Machine;
  readonly launch: Launch;
  readonly lockFolders: readonly string[];
  readonly launched: (pid: number) => void;
};

/** A look that calls for a launch, and what was known and recorded of it. */
export type Missed = {
  readonly look: Look;
  readonly memory: Memory | null;
  readonly outageId: number;
  /** When a check that was killed since may have launched it (UTC ms); null where none was. */
  readonly uncertainSince: number | null;
};

/**
 * One attempt: recorded before anything happens, under a lock that only one process of the machine can hold, with a
 * look just before the spawn, and then watched until it has proved itself or died.
 * @returns null where another check is at it right now
 */
export async function relaunch(
  { machine, launch, lockFolders, launched }: RelaunchPorts,
  program: Program,
  journal: Journal,
  missed: Missed,
): Promise<Relaunch | null> {
  const lock = takeLaunchLock(lockFolders, program.name);
  if (lock === null) return null;
  try {
    if (!journal.mayAct()) return null;
    const attempt = journal.beginAttempt(missed.outageId, machine.moment().at);
    const again = await lastLook(machine, program, missed, lock);
    if (again.state === "unknown") return failed(journal, attempt, `could not look again: ${again.reason}`);
    if (again.state !== "missing") {
      // Someone else was faster; theirs has to prove itself as ours would.
      journal.settle(attempt, "superseded", null);
      const proof = await verify(machine, program, missed.memory, again.identity.pid, again.identity);
      return { ...proof, result: "superseded" };
    }
    const started = await start(launch, program);
    if (typeof started === "string") return failed(journal, attempt, started);
    const { pid, folder } = started;
    const identity = machine.live(pid, machine.moment())?.identity ?? null;
    const runsAs = machine.runsAs(pid);
    const launchedAs = runsAs && { ...runsAs, folder };
    journal.noteLaunched(attempt, { pid, token: identity?.token ?? null, launchedAs });
    launched(pid);
    return await verify(machine, program, missed.memory, pid, identity);
  } finally {
    lock.release();
  }
}

// A list takes as long as all else from a look to the launch: one that was made just now need not be made again. Unless
// somebody had the lock since, and may have been killed with what he had launched.
async function lastLook(
  machine: Machine,
  program: Program,
  { look, memory, uncertainSince }: Missed,
  { takenBefore }: LaunchLock,
): Promise<Observation> {
  const { observation, moment, listTook = 0 } = look;
  const now = machine.moment();
  const isUncertain = uncertainSince !== null && Math.abs(now.at - uncertainSince) < RECENT_MS;
  const isLast =
    observation.state === "missing" &&
    now.elapsed - moment.elapsed + listTook < FRESH_MS &&
    takenBefore < moment.at - listTook - FRESH_MS &&
    !machine.sessionEnding();
  if (isLast && !isUncertain) return observation;
  if (isUncertain) await sleep(EXEC_MS);
  return (await observe(machine, program, memory, null)).observation;
}

function failed(journal: Journal, attempt: AttemptKey, error: string): Relaunch {
  journal.settle(attempt, "failed", error);
  return { result: "failed", pid: null, error, lastLook: null };
}

async function start(launch: Launch, program: Program): Promise<Awaited<ReturnType<Launch>> | string> {
  try {
    return await launch(program.executable, program.arguments);
  } catch (error) {
    return `${codeOf(error) || "error"}: ${reasonOf(error)}`;
  }
}

async function verify(
  machine: Machine,
  program: Program,
  memory: Memory | null,
  launchedPid: number,
  launchedIdentity: Identity | null,
): Promise<Relaunch> {
  const { survive } = program.policy;
  const until = monotonic() + 2 * survive + BEAT_GRACE_MS;
  // A program that forks and leaves is its child from then on.
  let identity = launchedIdentity;
  for (;;) {
    const live = identity && machine.live(identity.pid, machine.moment());
    const young = live && sameIdentity(live.identity, identity) && live.age < survive;
    // One that does not grow old must not keep this check, and the lock, for ever.
    if (young && monotonic() < until) {
      await sleep(Math.min(VERIFY_EVERY_MS, survive - live.age));
      continue;
    }
    const look = await observe(machine, program, memory, identity);
    const seen = look.observation;
    const waits = seen.state === "up" && !isProven(seen, program.policy);
    if (waits && seen.age < survive + BEAT_GRACE_MS && monotonic() < until) {
      ({ identity } = seen);
      await sleep(Math.min(VERIFY_EVERY_MS, Math.max(survive - seen.age, 10)));
      continue;
    }
    const pid = identity?.pid ?? launchedPid;
    return { result: resultOf(look, pid, program), pid, error: null, lastLook: look };
  }
}

function resultOf({ observation }: Look, pid: number, program: Program): AttemptResult | null {
  if (observation.state === "missing") return "died";
  if (observation.state === "unknown" || observation.state === "hung") return null;
  if (!isProven(observation, program.policy)) return null;
  return observation.identity.pid === pid ? "survived" : "superseded";
}
