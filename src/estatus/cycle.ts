import { reasonOf } from "../app-error.ts";
import { text } from "../locales/store.ts";
import type { Launch, Machine } from "./adapters/ports.ts";
import { checkProgram, type ProgramCheck, type Tell } from "./check-program.ts";
import { worstCode, type CheckCode } from "./core/exit-code.ts";
import type { Identity } from "./core/identity.ts";
import type { Program } from "./program.ts";
import { storeJournal, withFallback, type Journal } from "./store/journal.ts";
import { giveLeaseBack, takeLease } from "./store/lease.ts";
import { expectLittleOf, openForCheck, replaceIfDamaged, type OpenedStore } from "./store/open-for-check.ts";
import { isCorrupt } from "./store/set-aside.ts";
import { spoolJournal } from "./store/spool.ts";
import type { Store } from "./store/store.ts";

/** Added to the longest `survive` of the programs, in ms: what the rest of a check may take before its lease runs out. */
const LEASE_SLACK_MS = 60_000;

export type CheckPorts = {
  readonly machine: Machine;
  readonly launch: Launch;
  /** Where the store is, and where the spool and the launch lock may go when that cannot be written. */
  readonly folder: string;
  readonly fallbackFolder: string;
  readonly tell: Tell & { readonly trouble: (sentence: string) => void };
};

export type CheckReport = {
  readonly at: number;
  /** The pid of the check that is already at work; then nothing was done here. */
  readonly heldBy: number | null;
  readonly programs: readonly ProgramCheck[];
  readonly code: CheckCode;
};

/**
 * START HERE. One check of every program: the lease first, so that two checks never act at once; then each
 * program on its own, so that one that fails or has to prove itself does not hold up the others. Without a
 * usable store the programs are brought back all the same, and what was seen goes to the spool.
 */
export async function runCheck(ports: CheckPorts, programs: readonly Program[]): Promise<CheckReport> {
  const { at } = ports.machine.moment();
  const folders = [ports.folder, ports.fallbackFolder];
  const opened = openForCheck(ports.folder, folders, programs, ports.tell.trouble);
  const self = selfOf(ports.machine);
  let damaged = false;
  const failed = (error: unknown) => void (damaged ||= isCorrupt(error));
  try {
    const heldBy = holderOf(opened.store, self, ports.machine, programs, failed);
    if (heldBy !== null) return { at, heldBy, programs: [], code: 0 };

    const journals = programs.map((program) => journalFor(program, opened, self, at, ports, failed));
    const checks = await Promise.all(
      programs.map((program, index) =>
        checkProgram({ ...ports, lockFolders: folders }, program, journals[index]!, ports.tell).catch(
          (error: unknown) => couldNotTell(program, at, error),
        ),
      ),
    );
    const code = worstCode(checks.map((check) => check.code));
    return { at, heldBy: null, programs: checks, code: opened.homeUnusable ? 3 : code };
  } finally {
    quietly(() => opened.store && giveLeaseBack(opened.store, self));
    quietly(() => opened.store?.close());
    quietly(() => opened.readable?.close());
    if (damaged) replaceIfDamaged(ports.folder, ports.tell.trouble);
  }
}

// Tidying up after the work is done: a full disk here must not turn a good check into a failed one.
function quietly(work: () => unknown): void {
  try {
    work();
  } catch {
    // The lease ends with this process anyway.
  }
}

function journalFor(
  program: Program,
  { store, readable }: OpenedStore,
  self: Identity,
  at: number,
  ports: CheckPorts,
  failed: (error: unknown) => void,
): Journal {
  const trouble = (error: unknown) => {
    failed(error);
    ports.tell.trouble(text().failed(program.name, reasonOf(error)));
  };
  const spool = spoolJournal([ports.folder, ports.fallbackFolder], program, readable, () =>
    ports.tell.trouble(text().nothingWritten(program.name)),
  );
  if (store === null) return spool;
  try {
    return withFallback(storeJournal(store, program, self, at), spool, trouble);
  } catch (error) {
    trouble(error);
    return spool;
  }
}

function selfOf(machine: Machine): Identity {
  const live = machine.live(process.pid, machine.moment());
  if (live === null) throw new Error("this process is not in its own process table");
  return live.identity;
}

function holderOf(
  store: Store | null,
  self: Identity,
  machine: Machine,
  programs: readonly Program[],
  failed: (error: unknown) => void,
): number | null {
  if (store === null) return null;
  const moment = machine.moment();
  const longest = Math.max(...programs.map((program) => program.policy.survive));
  try {
    return takeLease(store, self, moment.at, moment.at + longest + LEASE_SLACK_MS, (pid, token) => {
      const live = machine.live(pid, moment);
      return live !== null && live.identity.token === token;
    });
  } catch (error) {
    // A store that cannot be written holds no lease; the launch lock still keeps two checks apart.
    failed(error);
    expectLittleOf(store);
    return null;
  }
}

function couldNotTell(program: Program, at: number, error: unknown): ProgramCheck {
  return {
    program: program.name,
    observation: { at, state: "unknown", reason: reasonOf(error) },
    decision: { action: "nothing", reason: "unknown" },
    pausedUntil: null,
    attempt: null,
    opened: null,
    ended: null,
    endedOutage: null,
    leftToAnother: false,
    code: 3,
  };
}
