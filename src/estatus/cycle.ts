import type { Launch, Machine } from "./adapters/ports.ts";
import type { ProgramCheck, Tell } from "./check-program.ts";
import type { CheckCode } from "./core/exit-code.ts";
import type { Program } from "./program.ts";
import { stillThere } from "./see-alive.ts";
import { steadyCheck } from "./steady-check.ts";
import { prolongSteady } from "./store/steady-file.ts";
import type { LastSeen } from "./vigil.ts";

export type CheckPorts = {
  readonly machine: Machine;
  readonly launch: Launch;
  /** Where the store is, and where the spool and the launch lock may go when that cannot be written. */
  readonly folder: string;
  readonly fallbackFolder: string;
  readonly tell: Tell & { readonly trouble: (sentence: string) => void };
  /** This process ends with the check: a store nobody else writes to need not be closed, which would sync it. */
  readonly endsAfter: boolean;
  /** What a watch has seen since the check before this one. */
  readonly lastSeen?: LastSeen | null;
};

export type CheckReport = {
  readonly at: number;
  /** The pid of another check that is at work; then nothing was changed here. */
  readonly heldBy: number | null;
  /** The programs that were checked here, in the order of the configuration. */
  readonly programs: readonly ProgramCheck[];
  readonly code: CheckCode;
};

/**
 * START HERE. One check of every program. Nearly always each is up, as it was a minute ago, and nothing is to be
 * recorded but that: `steadyCheck` sees to it with one look at one pid a program. Whatever else it is, `fullCheck`
 * does from the beginning: open the store, observe, decide, record, act, verify, record.
 */
export async function runCheck(ports: CheckPorts, programs: readonly Program[]): Promise<CheckReport> {
  const steady = steadyCheck(ports, programs);
  if (steady !== null) return steady;
  if (ports.lastSeen) noteLastSeen(ports, ports.lastSeen);
  const { fullCheck } = await import("./full-check.ts");
  return await fullCheck(ports, programs);
}

// Where all are still there, nothing is to be dated: time in which a watch was held up stays time that nobody watched.
function noteLastSeen({ machine, folder }: CheckPorts, { identities, elapsed }: LastSeen): void {
  const moment = machine.moment();
  try {
    // Looked at here, not asked of the watch: the system tells who waits for an end later than who looks.
    if (identities.some((one) => stillThere(machine, one, moment) === null))
      prolongSteady(folder, identities, elapsed);
  } catch {
    // That cannot be told is for the check to say.
  }
}
