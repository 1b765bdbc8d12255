import { reasonOf } from "../app-error.ts";
import { text } from "../locales/store.ts";
import { checkLease, type CheckLease } from "./check-lease.ts";
import type { Machine } from "./adapters/ports.ts";
import { checkProgram, type ProgramCheck } from "./check-program.ts";
import { worstCode } from "./core/exit-code.ts";
import type { CheckPorts, CheckReport } from "./cycle.ts";
import type { Program } from "./program.ts";
import { storeJournal, withFallback, type Journal } from "./store/journal.ts";
import { openForCheck, replaceIfDamaged, type OpenedStore } from "./store/open-for-check.ts";
import { isCorrupt } from "./store/set-aside.ts";
import { spoolJournal } from "./store/spool.ts";
import { beginSteady, wantsClosing } from "./store/begin-steady.ts";
import { uneventful } from "./uneventful.ts";

/**
 * One check that opens the store. Each program is checked on its own, so that one that fails or has to prove itself
 * does not hold up the others. A look that finds everything as it was is recorded and that is all; before anything
 * is changed the check takes the lease, so that two never act at once. Without a usable store the programs are
 * brought back all the same, and what was seen goes to the spool.
 */
export async function fullCheck(ports: CheckPorts, programs: readonly Program[]): Promise<CheckReport> {
  const { at } = ports.machine.moment();
  const lockFolders = [ports.folder, ports.fallbackFolder];
  const opened = openForCheck(ports.folder, lockFolders, programs, ports.tell.trouble);
  let damaged = false;
  const failed = (error: unknown) => void (damaged ||= isCorrupt(error));
  const lease = checkLease(opened.store, ports.machine, programs, failed);
  const atFirst = { ...ports.machine, list: listOnce(ports.machine) };
  try {
    const journals = programs.map((program) => journalFor(program, opened, lease, at, ports, failed));
    const all = await Promise.all(
      programs.map((program, index) =>
        checkProgram({ ...ports, lockFolders, lease, atFirst }, program, journals[index]!).catch(
          (error: unknown) => couldNotTell(program, at, error),
        ),
      ),
    );
    const heldBy = all.find((each) => typeof each === "number") ?? null;
    const checks = all.filter((each) => typeof each !== "number");
    const code = worstCode(checks.map((check) => check.code));
    return { at, heldBy, programs: checks, code: opened.homeUnusable ? 3 : code };
  } finally {
    quietly(lease.giveBack);
    quietly(() => leave(opened.store, ports, programs));
    quietly(() => opened.readable?.close());
    if (damaged) replaceIfDamaged(ports.folder, ports.tell.trouble);
  }
}

// The next checks may go on without the store. One that is left open keeps its log, and spares this check the sync.
function leave(store: OpenedStore["store"], ports: CheckPorts, programs: readonly Program[]): void {
  const names = programs.map(({ name }) => name);
  const close = !ports.endsAfter || wantsClosing(ports.folder);
  if (store !== null) beginSteady(store, ports.folder, names, ports.machine.moment().at, close);
}

// Two hundred programs need no two hundred lists of the same processes.
function listOnce(machine: Machine): Machine["list"] {
  let listed: ReturnType<Machine["list"]> | undefined;
  return () => (listed ??= machine.list());
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
  lease: CheckLease,
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
    return withFallback(storeJournal(store, program, lease.holds, at), spool, trouble);
  } catch (error) {
    trouble(error);
    return spool;
  }
}

function couldNotTell({ name }: Program, at: number, error: unknown): ProgramCheck {
  return uneventful(name, {
    observation: { at, state: "unknown", reason: reasonOf(error) },
    decision: { action: "nothing", reason: "unknown" },
    code: 3,
  });
}
