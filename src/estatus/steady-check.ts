import fs from "node:fs";
import path from "node:path";
import type { Machine } from "./adapters/ports.ts";
import type { CheckPorts, CheckReport } from "./cycle.ts";
import type { ProgramCheck } from "./check-program.ts";
import { account } from "./core/account.ts";
import { decide } from "./core/decide.ts";
import type { Memory } from "./core/memory.ts";
import type { Moment } from "./core/moment.ts";
import type { Program } from "./program.ts";
import { isListingDue, seeAlive, stillThere } from "./see-alive.ts";
import { SPOOL_FILE, TAKING_FILE } from "./store/spool-file.ts";
import { readSteady, stampOf, writeSteady, type Steady } from "./store/steady-file.ts";
import { uneventful } from "./uneventful.ts";

type Checked = { readonly check: ProgramCheck; readonly memory: Memory };

/**
 * The check of a minute in which nothing happened: every program is the very process of the look before, alive and
 * answering, and nothing was written to the store since. It is recorded beside the store, which stays closed.
 * @returns null where anything is otherwise, or not certain; then nothing was changed
 */
export function steadyCheck(ports: CheckPorts, programs: readonly Program[]): CheckReport | null {
  const { folder, fallbackFolder } = ports;
  const steady = readSteady(folder);
  if (steady === null || [folder, fallbackFolder].some(holdsSpool)) return null;
  try {
    return steady.store === stampOf(folder) ? goOn(ports, programs, steady) : null;
  } catch {
    // A question that failed, a disk that is full: the full check says so, and has more places to put what it sees.
    return null;
  }
}

function goOn(
  { folder, machine }: CheckPorts,
  programs: readonly Program[],
  steady: Steady,
): CheckReport | null {
  // One moment for all: each is seen a little later than it is said to be.
  const moment = machine.moment();
  // In place: to make an object of two hundred names anew is as much work as to read their files.
  const memories: Record<string, Memory> = steady.programs;
  const checks: ProgramCheck[] = [];
  for (const program of programs) {
    const before = memories[program.name];
    const checked = before === undefined ? null : checkSteady(machine, program, before, moment);
    if (checked === null) return null;
    memories[program.name] = checked.memory;
    checks.push(checked.check);
  }
  writeSteady(folder, steady.store, memories);
  return { at: moment.at, heldBy: null, programs: checks, code: 0 };
}

const holdsSpool = (folder: string) =>
  [SPOOL_FILE, TAKING_FILE].some((name) => fs.existsSync(path.join(folder, name)));

function checkSteady(machine: Machine, program: Program, before: Memory, moment: Moment): Checked | null {
  const live = isListingDue(before, program.policy)
    ? null
    : stillThere(machine, before.identity, moment, before);
  if (live === null) return null;
  const observation = seeAlive(machine, program, before, moment, [live]);
  const known = { memory: before, openOutage: null, pauses: [] };
  const { memory, steady } = account(known, moment, observation, program.policy);
  const decision = decide(observation, { ...memory, pausedUntil: null }, program.policy);
  if (!steady || decision.reason !== "up") return null;
  return { check: uneventful(program.name, { observation, decision, code: 0 }), memory };
}
